namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Something that somebody did with the bot’s commands, buttons or menus.</summary>
public sealed record Interaction
{
    /// <summary>Its id.</summary>
    public required ulong Id { get; init; }

    /// <summary>What was done.</summary>
    public required InteractionData Data { get; init; }

    /// <summary>The channel's id.</summary>
    public required ulong ChannelId { get; init; }

    /// <summary>The id of whoever did it.</summary>
    public required ulong UserId { get; init; }

    /// <summary>The id of the guild in which it was done; null where it was done elsewhere, or in a guild that has not installed the bot.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>What whoever did it may do in the channel, as Discord's permission bits; 0 outside of guilds.</summary>
    public ulong Permissions { get; init; }

    /// <summary>When it was received, a timestamp of the <see cref="TimeProvider"/>: the three seconds for the first response run from here.</summary>
    public required long ReceivedAt { get; init; }

    /// <summary>Answers it.</summary>
    public required IInteractionResponder Responder { get; init; }
}
