namespace PolicyBot.FakeDiscord;

/// <summary>The number of requests that a route accepts in a window that starts with its first request.</summary>
public sealed record RateLimitRule(int Limit, TimeSpan Window);
