namespace PolicyBot.Discord.Handlers;

/// <summary>
/// Sends deferrals, a limited number at a time: first those of the interactions that were received first. It measures
/// how fast they go out when many wait, and decides how long an interaction can wait for its answer. Safe for many
/// threads.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class DeferralQueue(TimeProvider time)
{
    // Enough to keep the network busy.
    private const int MaxConcurrency = 64;

    // If fewer wait, there is time to defer them all after the usual delay, unless it is known that deferrals are slow.
    // At most as many run, and may have to be deferred, too.
    private const int MinBacklog = WorkQueue.MaxConcurrency;

    // A smaller sample says little about how fast many go out.
    private const int MinMeasured = 256;

    // The next ones may be slower, because the processor has answers to compute, too.
    private const double SafetyFactor = 1.5;

    // When the last of those that wait should be deferred, so that some time is left.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    // The network may be slower after that.
    private static readonly TimeSpan MeasurementLifetime = TimeSpan.FromMinutes(10);

    // If deferrals never end, answers still have to come.
    private static readonly TimeSpan MaxWait = DeferringResponder.Limit;

    private readonly Lock _sync = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private TaskCompletionSource _emptied = CreateCompleted();
    private int _sending;

    // Since deferrals began to wait.
    private long _waitingSince;
    private int _sent;
    private bool _areAllSent;

    private TimeSpan? _timeForEach;
    private long _measuredAt;

    /// <summary>
    /// Gets how long after it was received an interaction must be deferred if it isn't answered by then. If many wait,
    /// those that came last are deferred first: otherwise, all of these deferrals would be due at the same moment.
    /// </summary>
    /// <param name="waiting">How many pieces of work wait for a slot.</param>
    /// <returns>Zero or less if it must be deferred at once.</returns>
    public TimeSpan GetDelay(int waiting)
    {
        if (GetTimeForEach() is not { } timeForEach)
            return waiting <= MinBacklog ? DeferringResponder.DeferAfter : TimeSpan.Zero;
        var delay = Deadline - ((waiting + MinBacklog) * SafetyFactor * timeForEach);
        return delay < DeferringResponder.DeferAfter ? delay : DeferringResponder.DeferAfter;
    }

    /// <summary>Sends a deferral as soon as it is its turn.</summary>
    /// <param name="receivedAt">When the interaction was received, a timestamp.</param>
    /// <param name="send">Sends it, or returns false if it is too late for that.</param>
    /// <returns>What that returns.</returns>
    public async Task<bool> RunAsync(long receivedAt, Func<Task<bool>> send)
    {
        // The caller reads the connection, so it never sends.
        await TakeSlotAsync(receivedAt).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var isSent = false;
        try
        {
            isSent = await send();
            return isSent;
        }
        finally
        {
            ReleaseSlot(isSent);
        }
    }

    /// <summary>Forgets how fast deferrals go out, because one failed.</summary>
    public void ResetPace()
    {
        lock (_sync) (_timeForEach, _areAllSent) = (null, false);
    }

    /// <summary>Waits until no deferral waits for its turn, but not for ever.</summary>
    public async ValueTask WaitUntilEmptyAsync(CancellationToken cancellationToken)
    {
        Task emptied;
        lock (_sync) emptied = _emptied.Task;
        if (emptied.IsCompleted) return;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(emptied, Task.Delay(MaxWait, time, ended.Token));
        await ended.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource CreateCompleted()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }

    private TimeSpan? GetTimeForEach()
    {
        lock (_sync) return time.GetElapsedTime(_measuredAt) < MeasurementLifetime ? _timeForEach : null;
    }

    private Task TakeSlotAsync(long receivedAt)
    {
        lock (_sync)
        {
            if (_sending < MaxConcurrency)
            {
                _sending++;
                return Task.CompletedTask;
            }

            if (_waiting.Count == 0)
            {
                _emptied = new(TaskCreationOptions.RunContinuationsAsynchronously);
                (_waitingSince, _sent, _areAllSent) = (time.GetTimestamp(), 0, true);
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn, receivedAt);
            return turn.Task;
        }
    }

    private void ReleaseSlot(bool isSent)
    {
        lock (_sync)
        {
            if (_waiting.Count == 0)
            {
                _sending--;
                return;
            }

            _sent++;
            _areAllSent &= isSent;
            _waiting.Dequeue().SetResult();
            if (_waiting.Count > 0) return;
            Measure();
            _emptied.SetResult();
        }
    }

    // If some of them were too late or refused, the pace isn't known.
    private void Measure()
    {
        if (!_areAllSent) _timeForEach = null;
        else if (_sent >= MinMeasured)
            (_timeForEach, _measuredAt) = (time.GetElapsedTime(_waitingSince) / _sent, time.GetTimestamp());
    }
}
