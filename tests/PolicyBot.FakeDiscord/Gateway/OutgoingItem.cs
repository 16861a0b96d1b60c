namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>Something for a connection's writer to do, in its turn.</summary>
internal readonly record struct OutgoingItem(
    OutgoingKind Kind, byte[]? Bytes = null, int CloseCode = 0, string Reason = "", Burst? Burst = null);
