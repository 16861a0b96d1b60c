namespace PolicyBot.FakeDiscord;

/// <summary>A gateway connection was refused with 503.</summary>
public sealed record ConnectionRefusedRecord(DateTimeOffset At, string Path, string Query) : ServerRecord(At);
