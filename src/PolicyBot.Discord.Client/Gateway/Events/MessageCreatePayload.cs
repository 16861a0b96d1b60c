namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of MESSAGE_CREATE.</summary>
internal sealed record MessageCreatePayload(ulong Id, ulong ChannelId, UserPayload Author, int Type, string Content)
{
    /// <summary>Null for a direct message.</summary>
    public ulong? GuildId { get; init; }

    public ulong? WebhookId { get; init; }

    public IReadOnlyList<UserPayload>? Mentions { get; init; }

    /// <summary>The message that it replies to.</summary>
    public ReferencedMessagePayload? ReferencedMessage { get; init; }
}
