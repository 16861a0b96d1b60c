namespace PolicyBot.FakeDiscord;

/// <summary>
/// A gateway connection ended. The code is the client's, null if the socket was just closed; shard -1 before the client
/// identified.
/// </summary>
public sealed record DisconnectedRecord(DateTimeOffset At, int Shard, int? CloseCode) : ServerRecord(At)
{
    /// <summary>The close code that the server sent, if any.</summary>
    public int? ServerCloseCode { get; init; }
}
