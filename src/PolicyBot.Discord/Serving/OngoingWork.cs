namespace PolicyBot.Discord.Serving;

/// <summary>
/// Work that was taken over and is done beside the reading of the connection, so many pieces at once; the others wait in line, as small as they
/// came. Safe for many threads.
/// </summary>
internal sealed class OngoingWork
{
    // Enough to keep the network busy; with many more, what they hold would cost more than they gain.
    private const int MaxAtOnce = 128;

    private readonly Lock sync = new();
    private readonly Queue<Func<Place, Task>> waiting = new();
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int places = MaxAtOnce;
    private int unfinished;
    private bool isDraining;

    /// <summary>Has a piece of work done on another thread, in its turn.</summary>
    /// <param name="work">The work; it keeps its faults to itself, and gives its place up early where it will only wait.</param>
    public void Start(Func<Place, Task> work)
    {
        lock (sync)
        {
            unfinished++;
            if (places == 0)
            {
                waiting.Enqueue(work);
                return;
            }

            places--;
        }

        Run(work);
    }

    /// <summary>Completes when no work is left.</summary>
    public Task DrainAsync()
    {
        lock (sync)
        {
            isDraining = true;
            if (unfinished == 0) drained.TrySetResult();
        }

        return drained.Task;
    }

    private void Run(Func<Place, Task> work) =>
        ThreadPool.UnsafeQueueUserWorkItem(static s => _ = s.self.RunAsync(s.work), (self: this, work), preferLocal: false);

    private async Task RunAsync(Func<Place, Task> work)
    {
        var place = new Place(this);
        try
        {
            await work(place).ConfigureAwait(false);
        }
        finally
        {
            place.GiveUp();
            lock (sync)
            {
                unfinished--;
                if (isDraining && unfinished == 0) drained.TrySetResult();
            }
        }
    }

    private void Next()
    {
        Func<Place, Task>? work;
        lock (sync)
        {
            if (!waiting.TryDequeue(out work)) places++;
        }

        if (work is not null) Run(work);
    }

    /// <summary>A place among those that are worked on at once.</summary>
    internal sealed class Place(OngoingWork work)
    {
        private int isGivenUp;

        /// <summary>Lets the next one begin.</summary>
        public void GiveUp()
        {
            if (Interlocked.Exchange(ref isGivenUp, 1) == 0) work.Next();
        }
    }
}
