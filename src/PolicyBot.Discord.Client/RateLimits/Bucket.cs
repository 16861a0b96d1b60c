using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Discord.Client.RateLimits;

/// <summary>
/// One limit as Discord tells of it in the headers of its responses: so many requests a window, a window beginning with its first request. While
/// nothing is known of it yet, one request goes at once and the others wait for what it brings. Safe for many threads.
/// </summary>
/// <param name="time">The clock.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to let go.")]
internal sealed class Bucket(TimeProvider time)
{
    private static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(1);

    private readonly Lock _sync = new();

    // First come, first served: only the first in the queue looks at what is left.
    private readonly SemaphoreSlim _queue = new(1, 1);
    private TaskCompletionSource _changed = NewSignal();
    private State _state = State.Unknown;
    private int _limit;
    private int _remaining;
    private int _underWay;
    private long _resetAt;
    private bool _isResetKnown;
    private long _touchedAt;

    private enum State
    {
        Unknown,
        Unlimited,
        Limited,
    }

    /// <summary>Whether nobody has used it for a while, and nothing that is known of it still holds.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_sync)
            {
                return _underWay == 0 && _queue.CurrentCount == 1 && (!_isResetKnown || time.GetTimestamp() >= _resetAt) && time.GetElapsedTime(_touchedAt) >= IdleAfter;
            }
        }
    }

    /// <summary>Takes note that somebody is about to use it.</summary>
    public void MarkUsed()
    {
        lock (_sync) _touchedAt = time.GetTimestamp();
    }

    /// <summary>Waits until a request may go; <see cref="Release"/> must follow.</summary>
    /// <param name="longest">The longest wait that is worth it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null, or the wait that it would be where that is too long; then the request may not go.</returns>
    public async ValueTask<TimeSpan?> AcquireAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        var deadline = time.GetTimestamp() + (long)(longest.TotalSeconds * time.TimestampFrequency);
        await _queue.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                Task signal;
                TimeSpan? wait;
                lock (_sync)
                {
                    if (TryEnter()) return null;
                    signal = _changed.Task;
                    wait = _isResetKnown ? UntilReset() : null;
                    if (wait is { } known && time.GetTimestamp() + (long)(known.TotalSeconds * time.TimestampFrequency) > deadline) return known;
                }

                if (wait is { } pause) await Task.Delay(pause, time, cancellationToken);
                else await signal.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            _queue.Release();
        }
    }

    /// <summary>Takes note of how a request ended.</summary>
    /// <param name="headers">The headers of its response; null where there was none.</param>
    public void Release(RateLimitHeaders? headers)
    {
        lock (_sync)
        {
            _underWay--;
            if (headers is { } told) Note(told);
            Signal();
        }
    }

    /// <summary>Takes note of a 429: nothing more goes for so long.</summary>
    public void MarkExhausted(TimeSpan retryAfter)
    {
        lock (_sync)
        {
            if (_state != State.Limited) (_state, _limit) = (State.Limited, Math.Max(_limit, 1));
            _remaining = 0;
            SetReset(retryAfter);
            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool TryEnter()
    {
        if (_isResetKnown && time.GetTimestamp() >= _resetAt) (_isResetKnown, _remaining) = (false, _limit);
        // A window whose end nobody has told, and no request under way that could: it has not begun.
        if (_state == State.Limited && !_isResetKnown && _underWay == 0) _remaining = _limit;
        if (_state == State.Unknown ? _underWay > 0 : _state == State.Limited && _remaining == 0) return false;
        if (_state == State.Limited) _remaining--;
        _underWay++;
        return true;
    }

    private void Note(RateLimitHeaders told)
    {
        if (told is { Limit: { } newLimit and > 0, Remaining: { } left, ResetAfter: { } resetAfter })
        {
            // What is under way was not counted by Discord when it answered.
            _remaining = _state == State.Limited ? Math.Min(_remaining + Math.Max(0, newLimit - _limit), left) : Math.Max(0, left - _underWay);
            (_state, _limit) = (State.Limited, newLimit);
            SetReset(resetAfter);
        }
        else if (_state == State.Unknown && told.Scope is null)
        {
            _state = State.Unlimited;
        }
    }

    private void SetReset(TimeSpan after)
    {
        var at = time.GetTimestamp() + (long)(after.TotalSeconds * time.TimestampFrequency);
        (_isResetKnown, _resetAt) = (true, _isResetKnown ? Math.Max(_resetAt, at) : at);
    }

    private TimeSpan UntilReset()
    {
        var now = time.GetTimestamp();
        return _resetAt <= now ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(time.GetElapsedTime(now, _resetAt).TotalMilliseconds));
    }

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }
}
