namespace PolicyBot.Discord.Gateway.Events;

/// <summary>What is read of the message whose button or menu was used.</summary>
internal sealed record InteractionMessagePayload
{
    private const int Ephemeral = 1 << 6;

    public int? Flags { get; init; }

    public bool IsPrivate => ((Flags ?? 0) & Ephemeral) != 0;
}
