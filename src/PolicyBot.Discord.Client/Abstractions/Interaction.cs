namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>An interaction: a user used one of the bot's commands, buttons, menus or modals.</summary>
public sealed record Interaction
{
    /// <summary>Its id.</summary>
    public required ulong Id { get; init; }

    /// <summary>What the user used.</summary>
    public required InteractionData Data { get; init; }

    /// <summary>The channel's id.</summary>
    public required ulong ChannelId { get; init; }

    /// <summary>The id of the channel that it is a thread of; null if it isn't a thread.</summary>
    public ulong? ThreadParentId { get; init; }

    /// <summary>The user's id.</summary>
    public required ulong UserId { get; init; }

    /// <summary>The guild's id; null outside of guilds, and in a guild that hasn't installed the bot.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>The user's permission bits in the channel; 0 outside of guilds.</summary>
    public ulong Permissions { get; init; }

    /// <summary>The ids of the user's roles, without that of everyone; none outside of guilds.</summary>
    public IReadOnlyList<ulong> Roles { get; init; } = [];

    /// <summary>
    /// When it was received, a timestamp of the <see cref="TimeProvider"/>. The three seconds for the first response
    /// start here.
    /// </summary>
    public required long ReceivedAt { get; init; }

    /// <summary>Responds to it.</summary>
    public required IInteractionResponder Responder { get; init; }
}
