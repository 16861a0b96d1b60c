namespace PolicyBot.Discord.Testing.RateLimits;

/// <summary>A count of requests that starts anew with the first request after the window.</summary>
internal sealed class RateLimitWindow(RateLimitRule rule, TimeProvider time)
{
    private long startedAt;
    private int used;
    private bool isStarted;

    public TimeSpan ResetAfter
    {
        get
        {
            var left = rule.Window - time.GetElapsedTime(startedAt);
            return left < TimeSpan.Zero ? TimeSpan.Zero : left;
        }
    }

    public int Remaining => Math.Max(0, rule.Limit - used);

    public bool IsOver => !isStarted || time.GetElapsedTime(startedAt) >= rule.Window;

    public bool TryTake()
    {
        if (IsOver)
        {
            isStarted = true;
            startedAt = time.GetTimestamp();
            used = 0;
        }

        if (used >= rule.Limit)
            return false;
        used++;
        return true;
    }
}
