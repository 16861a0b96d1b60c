namespace PolicyBot.Discord.Client.RateLimits;

/// <summary>
/// Lets at most so many through in any stretch of a given length, first come, first served. The limiters of System.Threading.RateLimiting
/// keep time by the machine's clock alone; this one keeps it by a <see cref="TimeProvider"/>. Safe for many threads.
/// </summary>
/// <param name="permits">How many a window lets through.</param>
/// <param name="window">The window's length.</param>
/// <param name="time">The clock.</param>
public sealed class SlidingWindow(int permits, TimeSpan window, TimeProvider time)
{
    private readonly Lock _sync = new();

    // When each of the last ones went or will go through, at most one for each permit.
    private readonly Queue<long> _turns = new();
    private readonly long _length = (long)(window.TotalSeconds * time.TimestampFrequency);
    private long _notBefore = long.MinValue;
    private int _pauses;

    /// <summary>How long it would be till somebody is let through; zero where that is at once.</summary>
    public TimeSpan Delay
    {
        get
        {
            lock (_sync)
            {
                var now = time.GetTimestamp();
                return Until(Next(now), now);
            }
        }
    }

    /// <summary>Since when there is nobody that counts, or null where there is.</summary>
    public TimeSpan? IdleTime
    {
        get
        {
            lock (_sync)
            {
                var idle = _turns.Count == 0 ? TimeSpan.Zero : time.GetElapsedTime(_turns.Last()) - window;
                return idle > TimeSpan.Zero ? idle : null;
            }
        }
    }

    /// <summary>Goes through where that is possible at once.</summary>
    /// <returns>Null, or how long it would be till then; then no turn was taken.</returns>
    public TimeSpan? TryAcquire()
    {
        lock (_sync) return Take(TimeSpan.Zero, out var wait) ? null : wait;
    }

    /// <summary>Waits for one's turn. Whoever gives up meanwhile leaves the turn unused.</summary>
    /// <param name="longest">The longest wait that is worth it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null, or the wait that it would be where that is too long; then no turn was taken.</returns>
    public async ValueTask<TimeSpan?> AcquireAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            int pausesBefore;
            lock (_sync)
            {
                if (!Take(longest, out wait)) return wait;
                pausesBefore = _pauses;
            }

            if (wait <= TimeSpan.Zero) return null;
            await Task.Delay(wait, time, cancellationToken);
            // A pause that came meanwhile holds for those too who had their turns before it; they take new ones.
            lock (_sync)
            {
                if (_pauses == pausesBefore) return null;
            }

            longest -= wait;
        }
    }

    /// <summary>Counts one that has happened already, limit or no limit.</summary>
    public void Record()
    {
        lock (_sync)
        {
            if (_turns.Count == permits) _turns.Dequeue();
            _turns.Enqueue(time.GetTimestamp());
        }
    }

    /// <summary>Lets nobody through for a while.</summary>
    public void Pause(TimeSpan pause)
    {
        lock (_sync)
        {
            _notBefore = Math.Max(_notBefore, time.GetTimestamp() + (long)(pause.TotalSeconds * time.TimestampFrequency));
            _pauses++;
        }
    }

    private bool Take(TimeSpan longest, out TimeSpan wait)
    {
        var now = time.GetTimestamp();
        var next = Next(now);
        wait = Until(next, now);
        if (wait > longest) return false;
        if (_turns.Count == permits) _turns.Dequeue();
        _turns.Enqueue(next);
        return true;
    }

    private long Next(long now)
    {
        var free = _turns.Count < permits ? now : _turns.Peek() + _length;
        return Math.Max(Math.Max(now, free), _notBefore);
    }

    // A timer may not fire a fraction of a millisecond too early.
    private TimeSpan Until(long next, long now) =>
        next <= now ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(time.GetElapsedTime(now, next).TotalMilliseconds));
}
