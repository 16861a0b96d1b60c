namespace PolicyBot.Discord.Flooding;

/// <summary>Whether something that was asked is within the limits. Closed: one of the three records within.</summary>
internal abstract record RateLimitDecision
{
    private RateLimitDecision()
    {
    }

    /// <summary>It is.</summary>
    internal sealed record Within : RateLimitDecision;

    /// <summary>It is not, and neither whoever asked nor anybody in their place has been told so in this flood.</summary>
    /// <param name="Wait">When the next will be.</param>
    internal sealed record FirstOver(TimeSpan Wait) : RateLimitDecision;

    /// <summary>It is not, and that has been told.</summary>
    internal sealed record Over : RateLimitDecision;
}
