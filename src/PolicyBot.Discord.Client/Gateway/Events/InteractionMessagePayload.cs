namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>What is read of the message whose button or menu was used.</summary>
internal sealed record InteractionMessagePayload
{
    private const int Ephemeral = 1 << 6;

    public int? Flags { get; init; }

    /// <summary>The interaction that it answers.</summary>
    public InteractionMetadataPayload? InteractionMetadata { get; init; }

    /// <summary>The message that it replies to.</summary>
    public ReferencedMessagePayload? ReferencedMessage { get; init; }

    public bool IsPrivate => ((Flags ?? 0) & Ephemeral) != 0;

    /// <summary>Whether it answers this user.</summary>
    public bool Answers(ulong user) => (InteractionMetadata?.User ?? ReferencedMessage?.Author)?.Id == user;
}
