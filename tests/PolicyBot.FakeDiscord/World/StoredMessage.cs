namespace PolicyBot.FakeDiscord.World;

/// <summary>A message in one of its states; an edit makes another state.</summary>
internal sealed record StoredMessage
{
    public ulong Id { get; init; }

    public DateTimeOffset Timestamp { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public required DiscordChannel Channel { get; init; }

    public required DiscordUser Author { get; init; }

    public required MessageBody Body { get; init; }

    public MessageMentions Mentions { get; init; } = MessageMentions.None;

    public int Type { get; init; }

    /// <summary>The nonce as JSON, a string or a number.</summary>
    public string? Nonce { get; init; }

    public MessageReply? Reply { get; init; }

    public ulong? WebhookId { get; init; }

    public ulong? ApplicationId { get; init; }

    public InteractionSource? Interaction { get; init; }

    /// <summary>It is the bot's own, mentions it, or stands in direct messages.</summary>
    public bool IsReadableWithoutIntent { get; init; }

    public bool IsEphemeral => (Body.Flags & MessageFlags.Ephemeral) != 0;

    public bool IsThinking => (Body.Flags & MessageFlags.Loading) != 0;
}
