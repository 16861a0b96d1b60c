namespace PolicyBot.FakeDiscord.World;

/// <summary>An immutable version of a message; an edit creates another one.</summary>
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

    /// <summary>Whether the bot sent it, is mentioned in it, or receives it as a direct message.</summary>
    public bool IsReadableWithoutIntent { get; init; }

    public bool IsEphemeral => (Body.Flags & MessageFlags.Ephemeral) != 0;

    public bool IsThinking => (Body.Flags & MessageFlags.Loading) != 0;
}
