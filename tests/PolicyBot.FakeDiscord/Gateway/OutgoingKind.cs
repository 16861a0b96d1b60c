namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>The kinds of things that a connection's writer does.</summary>
internal enum OutgoingKind
{
    Payload,
    RawMessage,
    Burst,
    HalfFrame,
    Close,
}
