namespace PolicyBot.FakeDiscord;

/// <summary>A gateway connection was answered 503.</summary>
public sealed record ConnectionRefusedRecord(DateTimeOffset At, string Path, string Query) : ServerRecord(At);
