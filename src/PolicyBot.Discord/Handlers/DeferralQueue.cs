using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Discord.Handlers;

/// <summary>
/// Sends deferrals, a limited number at a time, first come, first served. Answers whose users already see that the bot
/// is thinking wait for it, because others have only seconds. Safe for many threads.
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

    // If deferrals never end, answers still have to come.
    private static readonly TimeSpan MaxWait = DeferringResponder.Limit;

    private readonly SemaphoreSlim _slots = new(MaxConcurrency);
    private readonly Lock _sync = new();
    private TaskCompletionSource _idle = CreateCompleted();
    private int _unsent;

    /// <summary>Sends a deferral as soon as it is its turn.</summary>
    /// <param name="send">Sends it.</param>
    /// <returns>What that returns.</returns>
    public async Task<T> RunAsync<T>(Func<Task<T>> send)
    {
        lock (_sync)
        {
            if (_unsent++ == 0) _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
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
            lock (_sync)
            {
                if (--_unsent == 0) _idle.SetResult();
            }
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

    private static TaskCompletionSource CreateCompleted()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }
}
