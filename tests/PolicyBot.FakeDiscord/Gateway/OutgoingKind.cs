namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>What a connection's writer can do.</summary>
internal enum OutgoingKind
{
    Payload,
    RawMessage,
    Burst,
    HalfFrame,
    Close,
}
