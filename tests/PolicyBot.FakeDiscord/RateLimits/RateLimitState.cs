namespace PolicyBot.FakeDiscord.RateLimits;

/// <summary>Where a request stands with its limit; the scope is user or global.</summary>
internal sealed record RateLimitState(
    bool IsExceeded, string Scope, string Bucket, int Limit, int Remaining, TimeSpan ResetAfter,
    DateTimeOffset ResetAt);
