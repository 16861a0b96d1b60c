namespace PolicyBot.FakeDiscord;

/// <summary>A shard identified too soon, or with no session start left, and was answered op 9.</summary>
public sealed record IdentifyRefusedRecord(DateTimeOffset At, int Shard, string Reason) : ServerRecord(At);
