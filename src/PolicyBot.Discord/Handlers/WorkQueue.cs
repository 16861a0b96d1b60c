using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Discord.Handlers;

/// <summary>
/// Runs work on other threads, a limited number of pieces at a time, first come, first served. Thread-safe.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A semaphore needs no disposal if its wait handle is never used.")]
internal sealed class WorkQueue
{
    /// <summary>
    /// How many pieces of work run at a time: enough to keep the network busy. More would use memory without being
    /// faster.
    /// </summary>
    public const int MaxConcurrency = 128;

    private readonly SemaphoreSlim _slots = new(MaxConcurrency);
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One more until draining starts.
    private int _unfinished = 1;
    private int _waiting;
    private int _isDraining;

    /// <summary>How many pieces of work wait for a slot.</summary>
    public int WaitingCount => Volatile.Read(ref _waiting);

    /// <summary>Runs a piece of work as soon as there is a slot, and returns at once.</summary>
    /// <param name="work">
    /// The work. It handles its own exceptions, and releases its slot early if it only waits.
    /// </param>
    public void Start(Func<Slot, Task> work)
    {
        Interlocked.Increment(ref _unfinished);
        _ = RunAsync(work);
    }

    /// <summary>Completes when all work is finished.</summary>
    public Task DrainAsync()
    {
        if (Interlocked.Exchange(ref _isDraining, 1) == 0) FinishOne();
        return _drained.Task;
    }

    private async Task RunAsync(Func<Slot, Task> work)
    {
        var taking = _slots.WaitAsync();
        var isWaiting = !taking.IsCompleted;
        if (isWaiting) Interlocked.Increment(ref _waiting);
        // The caller reads the connection, so the work never runs on its thread.
        await taking.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (isWaiting) Interlocked.Decrement(ref _waiting);
        var slot = new Slot(_slots);
        try
        {
            await work(slot);
        }
        finally
        {
            slot.Release();
            FinishOne();
        }
    }

    private void FinishOne()
    {
        if (Interlocked.Decrement(ref _unfinished) == 0) _drained.TrySetResult();
    }

    /// <summary>The right to run, one of a limited number.</summary>
    internal sealed class Slot(SemaphoreSlim slots)
    {
        private readonly OneTimeFlag _released = new();

        /// <summary>Lets other work start. Further calls do nothing.</summary>
        public void Release()
        {
            if (_released.TrySet()) slots.Release();
        }
    }
}
