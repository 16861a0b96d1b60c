namespace PolicyBot.FakeDiscord.RateLimits;

/// <summary>The state of a request's rate limit; the scope is user or global.</summary>
internal sealed record RateLimitState(
    bool IsExceeded, string Scope, string Bucket, int Limit, int Remaining, TimeSpan ResetAfter,
    DateTimeOffset ResetAt);
