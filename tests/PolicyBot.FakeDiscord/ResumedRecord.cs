namespace PolicyBot.FakeDiscord;

/// <summary>
/// A session was resumed from the sequence number that the client sent, and this many events were replayed.
/// </summary>
public sealed record ResumedRecord(
    DateTimeOffset At, int Shard, string SessionId, int Sequence, int Replayed) : ServerRecord(At);
