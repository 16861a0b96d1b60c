namespace PolicyBot.Discord.RateLimiting;

/// <summary>Whether a question is within the rate limits. Closed: one of the three nested records.</summary>
public abstract record RateLimitDecision
{
    private RateLimitDecision()
    {
    }

    /// <summary>It is.</summary>
    public sealed record Allowed : RateLimitDecision;

    /// <summary>It isn't, and it is the first one: the user must be told.</summary>
    /// <param name="RetryAfter">When the next question will be allowed.</param>
    public sealed record FirstDenied(TimeSpan RetryAfter) : RateLimitDecision;

    /// <summary>It isn't, and the user was told before.</summary>
    public sealed record Denied : RateLimitDecision;
}
