namespace PolicyBot.FakeDiscord;

/// <summary>A resume was refused.</summary>
public sealed record ResumeRefusedRecord(
    DateTimeOffset At, string SessionId, int Sequence, string Reason) : ServerRecord(At);
