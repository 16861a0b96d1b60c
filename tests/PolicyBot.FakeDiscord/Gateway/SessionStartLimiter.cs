namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>Limits session starts: at once, and per day.</summary>
internal sealed class SessionStartLimiter(FakeDiscordOptions options)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, long> _lastByKey = [];
    private readonly long _startedAt = options.TimeProvider.GetTimestamp();
    private int _used;
    private int _resets;

    public int Total => Math.Max(1000, options.SessionStartsRemaining);

    public (int Remaining, TimeSpan ResetAfter) Current
    {
        get
        {
            lock (_gate)
                return Read();
        }
    }

    /// <summary>Returns null if the shard may identify, or the reason why not.</summary>
    public string? TryStart(int shard)
    {
        lock (_gate)
        {
            if (Read().Remaining <= 0)
                return "no session start is left";
            _used++;
            var key = shard % Math.Max(1, options.MaxConcurrency);
            var isTooSoon =
                _lastByKey.TryGetValue(key, out var last) && options.TimeProvider.GetElapsedTime(last) < Window;
            if (isTooSoon)
                return $"more than {options.MaxConcurrency} in five seconds";
            _lastByKey[key] = options.TimeProvider.GetTimestamp();
            return null;
        }
    }

    private (int Remaining, TimeSpan ResetAfter) Read()
    {
        var elapsed = options.TimeProvider.GetElapsedTime(_startedAt);
        var period = TimeSpan.FromDays(1);
        var sinceReset = elapsed - options.SessionStartsResetAfter;
        var due = sinceReset < TimeSpan.Zero ? 0 : 1 + (int)(sinceReset / period);
        if (due > _resets)
        {
            _resets = due;
            _used = 0;
        }

        var nextReset = options.SessionStartsResetAfter + due * period;
        return (Math.Max(0, (_resets == 0 ? options.SessionStartsRemaining : Total) - _used), nextReset - elapsed);
    }
}
