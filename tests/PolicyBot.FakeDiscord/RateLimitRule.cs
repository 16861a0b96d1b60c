namespace PolicyBot.FakeDiscord;

/// <summary>How many requests a route takes in a window that starts with its first request.</summary>
public sealed record RateLimitRule(int Limit, TimeSpan Window);
