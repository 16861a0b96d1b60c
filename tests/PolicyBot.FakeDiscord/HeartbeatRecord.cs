namespace PolicyBot.FakeDiscord;

/// <summary>A heartbeat was received; shard -1 before the client identified.</summary>
public sealed record HeartbeatRecord(DateTimeOffset At, int Shard, int? Sequence) : ServerRecord(At);
