using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Discord.Handlers;

/// <summary>
/// Sends deferrals, a limited number at a time, first come, first served, and measures how long they take. Answers
/// whose users already see that the bot is thinking wait for it, because others have only seconds. Safe for many
/// threads.
/// </summary>
/// <param name="time">The clock.</param>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A semaphore needs no disposal if its wait handle is never used.")]
internal sealed class DeferralQueue(TimeProvider time)
{
    // Enough to keep the network busy.
    private const int MaxConcurrency = 64;

    // Fewer don't show how fast many are sent.
    private const int MinMeasured = 4 * MaxConcurrency;

    // If deferrals never end, answers still have to come.
    private static readonly TimeSpan MaxWait = DeferringResponder.Limit;

    // Late enough for nearly every answer, and early enough for a slow network.
    private static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);

    // When the last of many should be deferred, so that some time is left.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _slots = new(MaxConcurrency);
    private readonly Lock _sync = new();
    private TaskCompletionSource _idle = CreateCompleted();
    private int _unsent;
    private int _sent;
    private long _busySince;
    private TimeSpan? _timeForEach;

    /// <summary>Whether more deferrals wait than can be sent at a time.</summary>
    public bool IsCrowded
    {
        get
        {
            lock (_sync) return _unsent > MaxConcurrency;
        }
    }

    /// <summary>
    /// Gets how long an interaction can wait for its answer until it must be deferred. If many wait, those that came
    /// last are deferred first: otherwise, all of these deferrals would be due at the same moment.
    /// </summary>
    /// <param name="waiting">How many interactions wait.</param>
    public TimeSpan GetDelay(int waiting)
    {
        if (waiting <= MaxConcurrency) return DeferAfter;
        TimeSpan? timeForEach;
        lock (_sync) timeForEach = _timeForEach;
        if (timeForEach is null) return TimeSpan.Zero;
        var delay = Deadline - (waiting * timeForEach.Value);
        return delay < DeferAfter ? delay : DeferAfter;
    }

    /// <summary>Sends a deferral as soon as it is its turn.</summary>
    /// <param name="send">Sends it.</param>
    /// <returns>What that returns.</returns>
    public async Task<T> RunAsync<T>(Func<Task<T>> send)
    {
        lock (_sync)
        {
            if (_unsent++ == 0)
            {
                (_sent, _busySince) = (0, time.GetTimestamp());
                _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        try
        {
            // The caller reads the connection, so it never sends.
            await _slots.WaitAsync().ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            try
            {
                return await send();
            }
            finally
            {
                _slots.Release();
            }
        }
        finally
        {
            EndOne();
        }
    }

    /// <summary>Waits until all deferrals are sent, but not for ever.</summary>
    public async ValueTask WaitUntilIdleAsync(CancellationToken cancellationToken)
    {
        Task idle;
        lock (_sync) idle = _idle.Task;
        if (idle.IsCompleted) return;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(idle, Task.Delay(MaxWait, time, ended.Token));
        await ended.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void EndOne()
    {
        lock (_sync)
        {
            _sent++;
            if (--_unsent > 0) return;
            if (_sent >= MinMeasured) _timeForEach = time.GetElapsedTime(_busySince) / _sent;
            _idle.SetResult();
        }
    }

    private static TaskCompletionSource CreateCompleted()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }
}
