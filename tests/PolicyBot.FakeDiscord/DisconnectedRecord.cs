namespace PolicyBot.FakeDiscord;

/// <summary>
/// A gateway connection ended. The code is the client's, null when the socket just went; shard -1 before the client
/// identified.
/// </summary>
public sealed record DisconnectedRecord(DateTimeOffset At, int Shard, int? CloseCode) : ServerRecord(At)
{
    /// <summary>The code that the server closed the connection with, if it did.</summary>
    public int? ServerCloseCode { get; init; }
}
