namespace PolicyBot.FakeDiscord;

/// <summary>A shard identified too early, or with no session start left, and got op 9.</summary>
public sealed record IdentifyRefusedRecord(DateTimeOffset At, int Shard, string Reason) : ServerRecord(At);
