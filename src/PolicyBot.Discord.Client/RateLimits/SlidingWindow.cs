namespace PolicyBot.Discord.Client.RateLimits;

/// <summary>
/// A rate limit: in any period of a given length, a number of permits are granted, first come, first served. Unlike
/// the limiters of System.Threading.RateLimiting, it uses a <see cref="TimeProvider"/>. Thread-safe.
/// </summary>
/// <param name="permits">The number of permits.</param>
/// <param name="window">The length of the period.</param>
/// <param name="time">The clock.</param>
public sealed class SlidingWindow(int permits, TimeSpan window, TimeProvider time)
{
    private readonly Lock _sync = new();

    // When the last permits were or will be granted, at most as many as there are permits.
    private readonly Queue<long> _grants = new();
    private readonly long _length = time.ToTimestampUnits(window);
    private long _notBefore = long.MinValue;
    private int _pauses;

    /// <summary>How long the next permit will take; zero if one is free.</summary>
    public TimeSpan Delay
    {
        get
        {
            lock (_sync) return time.GetTimeUntil(FindNext());
        }
    }

    /// <summary>Whether all permits are free again.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_sync) return _grants.Count == 0 || time.GetElapsedTime(_grants.Last()) > window;
        }
    }

    /// <summary>Acquires a permit if one is free.</summary>
    /// <returns>Null, or how long the next permit will take if none is free.</returns>
    public TimeSpan? TryAcquire()
    {
        lock (_sync) return TryReserve(TimeSpan.Zero, out var delay) ? null : delay;
    }

    /// <summary>Waits for a permit. A permit is lost if waiting for it is canceled.</summary>
    /// <param name="maxDelay">The longest time to wait.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Null, or how long the next permit would take if that is too long.</returns>
    public async ValueTask<TimeSpan?> AcquireAsync(TimeSpan maxDelay, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan delay;
            int pausesBefore;
            lock (_sync)
            {
                if (!TryReserve(maxDelay, out delay)) return delay;
                pausesBefore = _pauses;
            }

            if (delay <= TimeSpan.Zero) return null;
            await Task.Delay(delay, time, cancellationToken);
            // A pause also applies to those who are waiting. They need a new permit.
            lock (_sync)
            {
                if (_pauses == pausesBefore) return null;
            }

            maxDelay -= delay;
        }
    }

    /// <summary>Uses up a permit, even if none is free.</summary>
    public void Record()
    {
        lock (_sync) Enqueue(time.GetTimestamp());
    }

    /// <summary>Grants no permits for a while.</summary>
    public void Pause(TimeSpan length)
    {
        lock (_sync)
        {
            _notBefore = Math.Max(_notBefore, time.GetTimestampAfter(length));
            _pauses++;
        }
    }

    private bool TryReserve(TimeSpan maxDelay, out TimeSpan delay)
    {
        var next = FindNext();
        delay = time.GetTimeUntil(next);
        if (delay > maxDelay) return false;
        Enqueue(next);
        return true;
    }

    private void Enqueue(long timestamp)
    {
        if (_grants.Count == permits) _grants.Dequeue();
        _grants.Enqueue(timestamp);
    }

    private long FindNext()
    {
        var now = time.GetTimestamp();
        var free = _grants.Count < permits ? now : _grants.Peek() + _length;
        return Math.Max(Math.Max(now, free), _notBefore);
    }
}
