using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Discord.Http.RateLimits;

/// <summary>
/// One limit as Discord tells of it in the headers of its responses: so many requests a window, a window beginning with its first request. While
/// nothing is known of it yet, one request goes at once and the others wait for what it brings. Safe for many threads.
/// </summary>
/// <param name="time">The clock.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to let go.")]
internal sealed class Bucket(TimeProvider time)
{
    private static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(1);

    private readonly Lock sync = new();

    // First come, first served: only the first in the queue looks at what is left.
    private readonly SemaphoreSlim queue = new(1, 1);
    private TaskCompletionSource changed = NewSignal();
    private State state = State.Unknown;
    private int limit;
    private int remaining;
    private int underWay;
    private long resetAt;
    private bool isResetKnown;
    private long touchedAt;

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
            lock (sync)
            {
                return underWay == 0 && queue.CurrentCount == 1 && (!isResetKnown || time.GetTimestamp() >= resetAt) && time.GetElapsedTime(touchedAt) >= IdleAfter;
            }
        }
    }

    /// <summary>Takes note that somebody is about to use it.</summary>
    public void Touch()
    {
        lock (sync) touchedAt = time.GetTimestamp();
    }

    /// <summary>Waits until a request may go; <see cref="Leave"/> must follow.</summary>
    /// <param name="longest">The longest wait that is worth it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null, or the wait that it would be where that is too long; then the request may not go.</returns>
    public async ValueTask<TimeSpan?> EnterAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        var deadline = time.GetTimestamp() + (long)(longest.TotalSeconds * time.TimestampFrequency);
        await queue.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                Task signal;
                TimeSpan? wait;
                lock (sync)
                {
                    if (TryEnter()) return null;
                    signal = changed.Task;
                    wait = isResetKnown ? UntilReset() : null;
                    if (wait is { } known && time.GetTimestamp() + (long)(known.TotalSeconds * time.TimestampFrequency) > deadline) return known;
                }

                if (wait is { } pause) await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
                else await signal.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            queue.Release();
        }
    }

    /// <summary>Takes note of how a request ended.</summary>
    /// <param name="headers">The headers of its response; null where there was none.</param>
    public void Leave(RateLimitHeaders? headers)
    {
        lock (sync)
        {
            underWay--;
            if (headers is { } told) Note(told);
            Signal();
        }
    }

    /// <summary>Takes note of a 429: nothing more goes for so long.</summary>
    public void Exhaust(TimeSpan retryAfter)
    {
        lock (sync)
        {
            if (state != State.Limited) (state, limit) = (State.Limited, Math.Max(limit, 1));
            remaining = 0;
            SetReset(retryAfter);
            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool TryEnter()
    {
        if (isResetKnown && time.GetTimestamp() >= resetAt) (isResetKnown, remaining) = (false, limit);
        // A window whose end nobody has told, and no request under way that could: it has not begun.
        if (state == State.Limited && !isResetKnown && underWay == 0) remaining = limit;
        if (state == State.Unknown ? underWay > 0 : state == State.Limited && remaining == 0) return false;
        if (state == State.Limited) remaining--;
        underWay++;
        return true;
    }

    private void Note(RateLimitHeaders told)
    {
        if (told is { Limit: { } newLimit and > 0, Remaining: { } left, ResetAfter: { } resetAfter })
        {
            // What is under way was not counted by Discord when it answered.
            remaining = state == State.Limited ? Math.Min(remaining + Math.Max(0, newLimit - limit), left) : Math.Max(0, left - underWay);
            (state, limit) = (State.Limited, newLimit);
            SetReset(resetAfter);
        }
        else if (state == State.Unknown && told.Scope is null)
        {
            state = State.Unlimited;
        }
    }

    private void SetReset(TimeSpan after)
    {
        var at = time.GetTimestamp() + (long)(after.TotalSeconds * time.TimestampFrequency);
        (isResetKnown, resetAt) = (true, isResetKnown ? Math.Max(resetAt, at) : at);
    }

    private TimeSpan UntilReset()
    {
        var now = time.GetTimestamp();
        return resetAt <= now ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(time.GetElapsedTime(now, resetAt).TotalMilliseconds));
    }

    private void Signal()
    {
        changed.TrySetResult();
        changed = NewSignal();
    }
}
