namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>An item for a connection's writer.</summary>
internal readonly record struct OutgoingItem(
    OutgoingKind Kind, byte[]? Bytes = null, int CloseCode = 0, string Reason = "", Burst? Burst = null);
