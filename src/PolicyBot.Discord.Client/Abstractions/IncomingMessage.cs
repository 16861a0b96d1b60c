namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>A message that arrived.</summary>
public sealed record IncomingMessage
{
    /// <summary>Its id.</summary>
    public required ulong Id { get; init; }

    /// <summary>The channel's id.</summary>
    public required ulong ChannelId { get; init; }

    /// <summary>The guild's id; null for a direct message.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>Its author's id.</summary>
    public required ulong AuthorId { get; init; }

    /// <summary>Whether a person wrote it, not a bot, a webhook or Discord.</summary>
    public required bool IsFromPerson { get; init; }

    /// <summary>Whether it is a direct message.</summary>
    public required bool IsDirect { get; init; }

    /// <summary>Whether it mentions the bot, or is a reply that pings the bot.</summary>
    public required bool MentionsBot { get; init; }

    /// <summary>Whether it replies to one of the bot's messages, with or without a ping.</summary>
    public required bool RepliesToBot { get; init; }

    /// <summary>Its text; empty if Discord withholds it.</summary>
    public required string Content { get; init; }

    /// <summary>
    /// Whether the bot can read it. Discord withholds the text of a reply without a ping from a bot that lacks the
    /// privileged intent for message content.
    /// </summary>
    public bool IsReadable => IsDirect || MentionsBot || !string.IsNullOrWhiteSpace(Content);
}
