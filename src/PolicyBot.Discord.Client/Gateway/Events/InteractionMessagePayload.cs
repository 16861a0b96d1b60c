namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of the message whose button or menu was used.</summary>
internal sealed record InteractionMessagePayload
{
    private const int Ephemeral = 1 << 6;

    public int? Flags { get; init; }

    /// <summary>The interaction that it responds to.</summary>
    public InteractionMetadataPayload? InteractionMetadata { get; init; }

    /// <summary>The message that it replies to.</summary>
    public ReferencedMessagePayload? ReferencedMessage { get; init; }

    public bool IsPrivate => ((Flags ?? 0) & Ephemeral) != 0;

    /// <summary>Whether it answers a user.</summary>
    public bool IsAnswerTo(ulong user) => (InteractionMetadata?.User ?? ReferencedMessage?.Author)?.Id == user;
}
