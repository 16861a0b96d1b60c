namespace PolicyBot.Discord.RateLimiting;

/// <summary>Whether something that was asked is within the limits. Closed: one of the three records within.</summary>
public abstract record RateLimitDecision
{
    private RateLimitDecision()
    {
    }

    /// <summary>It is.</summary>
    public sealed record Allowed : RateLimitDecision;

    /// <summary>It is not, and neither whoever asked nor anybody in their place has been told so in this flood.</summary>
    /// <param name="Wait">When the next will be.</param>
    public sealed record FirstDenied(TimeSpan Wait) : RateLimitDecision;

    /// <summary>It is not, and that has been told.</summary>
    public sealed record Denied : RateLimitDecision;
}
