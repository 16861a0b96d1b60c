namespace PolicyBot.FakeDiscord;

/// <summary>A gateway connection was accepted, at /gateway or /resume.</summary>
public sealed record ConnectedRecord(DateTimeOffset At, string Path, string Query, string UserAgent)
    : ServerRecord(At);
