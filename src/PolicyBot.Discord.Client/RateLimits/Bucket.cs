using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Discord.Client.RateLimits;

/// <summary>
/// One of Discord's rate limits, as the headers of its responses describe it: a number of requests in a window that
/// starts with the first of them. While the limit is unknown, one request is sent and the others wait for its
/// response. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A semaphore needs no disposal if its wait handle is never used.")]
internal sealed class Bucket(TimeProvider time)
{
    private static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(1);

    private readonly Lock _sync = new();

    // First come, first served: only the first in the queue looks at the remaining requests.
    private readonly SemaphoreSlim _queue = new(1, 1);
    private TaskCompletionSource _changed = CreateSignal();
    private State _state = State.Unknown;
    private int _limit;
    private int _remaining;
    private int _inFlight;
    private long _resetAt;
    private bool _isResetKnown;
    private long _usedAt;

    private enum State
    {
        Unknown,
        Unlimited,
        Limited,
    }

    /// <summary>Whether it hasn't been used for a minute and its window is over.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_sync)
            {
                return _inFlight == 0
                    && _queue.CurrentCount == 1
                    && (!_isResetKnown || time.GetTimestamp() >= _resetAt)
                    && time.GetElapsedTime(_usedAt) >= IdleAfter;
            }
        }
    }

    /// <summary>Records that it is about to be used, so that it isn't idle.</summary>
    public void MarkUsed()
    {
        lock (_sync) _usedAt = time.GetTimestamp();
    }

    /// <summary>Waits until a request may be sent. <see cref="Release"/> must follow.</summary>
    /// <param name="maxDelay">The longest time to wait.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Null, or the necessary time if that is too long; then the request may not be sent.</returns>
    public async ValueTask<TimeSpan?> AcquireAsync(TimeSpan maxDelay, CancellationToken cancellationToken)
    {
        var deadline = time.GetTimestampAfter(maxDelay);
        await _queue.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                Task changed;
                TimeSpan? untilReset;
                lock (_sync)
                {
                    if (TryAcquire()) return null;
                    changed = _changed.Task;
                    untilReset = _isResetKnown ? time.GetTimeUntil(_resetAt) : null;
                    if (untilReset is { } delay && time.GetTimestampAfter(delay) > deadline) return delay;
                }

                if (untilReset is { } pause) await Task.Delay(pause, time, cancellationToken);
                else await changed.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            _queue.Release();
        }
    }

    /// <summary>Records that a request ended.</summary>
    /// <param name="headers">The headers of its response, or null if there was none.</param>
    public void Release(RateLimitHeaders? headers)
    {
        lock (_sync)
        {
            _inFlight--;
            if (headers is { } known) Update(known);
            Signal();
        }
    }

    /// <summary>Records a 429: no requests are allowed for a while.</summary>
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

    private static TaskCompletionSource CreateSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool TryAcquire()
    {
        if (_isResetKnown && time.GetTimestamp() >= _resetAt) (_isResetKnown, _remaining) = (false, _limit);
        // The end of the window is unknown and no request in flight can tell it: it hasn't started.
        if (_state == State.Limited && !_isResetKnown && _inFlight == 0) _remaining = _limit;
        if (_state == State.Unknown ? _inFlight > 0 : _state == State.Limited && _remaining == 0) return false;
        if (_state == State.Limited) _remaining--;
        _inFlight++;
        return true;
    }

    private void Update(RateLimitHeaders headers)
    {
        if (headers is { Limit: { } limit and > 0, Remaining: { } remaining, ResetAfter: { } resetAfter })
        {
            // Discord hadn't counted the requests in flight when it responded.
            _remaining = _state == State.Limited
                ? Math.Min(_remaining + Math.Max(0, limit - _limit), remaining)
                : Math.Max(0, remaining - _inFlight);
            (_state, _limit) = (State.Limited, limit);
            SetReset(resetAfter);
        }
        else if (_state == State.Unknown && headers.Scope is null)
        {
            _state = State.Unlimited;
        }
    }

    private void SetReset(TimeSpan delay)
    {
        var resetAt = time.GetTimestampAfter(delay);
        (_isResetKnown, _resetAt) = (true, _isResetKnown ? Math.Max(_resetAt, resetAt) : resetAt);
    }

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = CreateSignal();
    }
}
