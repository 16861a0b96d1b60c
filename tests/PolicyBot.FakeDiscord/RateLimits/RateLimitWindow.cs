namespace PolicyBot.FakeDiscord.RateLimits;

/// <summary>Counts requests; the count restarts with the first request after the window.</summary>
internal sealed class RateLimitWindow(RateLimitRule rule, TimeProvider time)
{
    private long _startedAt;
    private int _used;
    private bool _isStarted;

    public TimeSpan ResetAfter
    {
        get
        {
            var left = rule.Window - time.GetElapsedTime(_startedAt);
            return left < TimeSpan.Zero ? TimeSpan.Zero : left;
        }
    }

    public int Remaining => Math.Max(0, rule.Limit - _used);

    public bool IsOver => !_isStarted || time.GetElapsedTime(_startedAt) >= rule.Window;

    public bool TryTake()
    {
        if (IsOver)
        {
            _isStarted = true;
            _startedAt = time.GetTimestamp();
            _used = 0;
        }

        if (_used >= rule.Limit)
            return false;
        _used++;
        return true;
    }
}
