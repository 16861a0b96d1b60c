namespace PolicyBot.FakeDiscord;

/// <summary>Something that happened at the server, at a time of its clock.</summary>
public abstract record ServerRecord(DateTimeOffset At);
