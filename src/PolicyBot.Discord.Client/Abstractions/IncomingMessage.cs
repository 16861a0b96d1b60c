namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>A message as it arrived.</summary>
public sealed record IncomingMessage
{
    /// <summary>Its id.</summary>
    public required ulong Id { get; init; }

    /// <summary>The channel's id.</summary>
    public required ulong ChannelId { get; init; }

    /// <summary>The guild's id; null of a direct message.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>Its author's id.</summary>
    public required ulong AuthorId { get; init; }

    /// <summary>Whether a person wrote it: no bot, no webhook, nothing that Discord itself says.</summary>
    public required bool IsFromPerson { get; init; }

    /// <summary>Whether it is a direct message.</summary>
    public required bool IsDirect { get; init; }

    /// <summary>Whether it mentions the bot by name, or replies to it with a ping.</summary>
    public required bool MentionsBot { get; init; }

    /// <summary>Whether it replies to a message of the bot's, with a ping or without.</summary>
    public required bool RepliesToBot { get; init; }

    /// <summary>Its text, as far as Discord shows it to the bot.</summary>
    public required string Content { get; init; }

    /// <summary>Whether the bot knows what was written. Without a ping, Discord keeps the text of a reply from a bot that may not read all that is written.</summary>
    public bool IsReadable => IsDirect || MentionsBot || !string.IsNullOrWhiteSpace(Content);
}
