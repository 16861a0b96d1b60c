namespace PolicyBot.Discord.Serving;

/// <summary>Work that was taken over and is done beside the reading of the connection. Safe for many threads.</summary>
internal sealed class OngoingWork
{
    private readonly Lock sync = new();
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int underWay;
    private bool isDraining;

    /// <summary>Starts a piece of work on another thread.</summary>
    /// <param name="work">The work; it keeps its faults to itself.</param>
    public void Start(Func<Task> work)
    {
        lock (sync) underWay++;
        ThreadPool.UnsafeQueueUserWorkItem(static s => _ = s.self.RunAsync(s.work), (self: this, work), preferLocal: false);
    }

    /// <summary>Completes when no work is under way any more.</summary>
    public Task DrainAsync()
    {
        lock (sync)
        {
            isDraining = true;
            if (underWay == 0) drained.TrySetResult();
        }

        return drained.Task;
    }

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            lock (sync)
            {
                underWay--;
                if (isDraining && underWay == 0) drained.TrySetResult();
            }
        }
    }
}
