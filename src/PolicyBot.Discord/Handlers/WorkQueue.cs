namespace PolicyBot.Discord.Handlers;

/// <summary>
/// Work that was taken over and is done beside the reading of the connection, so many pieces at once; the others wait in line, as small as they
/// came. Safe for many threads.
/// </summary>
internal sealed class WorkQueue
{
    // Enough to keep the network busy; with many more, what they hold would cost more than they gain.
    private const int MaxAtOnce = 128;

    private readonly Lock _sync = new();
    private readonly Queue<Func<Place, Task>> _waiting = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _places = MaxAtOnce;
    private int _unfinished;
    private bool _isDraining;

    /// <summary>Has a piece of work done on another thread, in its turn.</summary>
    /// <param name="work">The work; it keeps its faults to itself, and gives its place up early where it will only wait.</param>
    public void Start(Func<Place, Task> work)
    {
        lock (_sync)
        {
            _unfinished++;
            if (_places == 0)
            {
                _waiting.Enqueue(work);
                return;
            }

            _places--;
        }

        Run(work);
    }

    /// <summary>Completes when no work is left.</summary>
    public Task DrainAsync()
    {
        lock (_sync)
        {
            _isDraining = true;
            if (_unfinished == 0) _drained.TrySetResult();
        }

        return _drained.Task;
    }

    private void Run(Func<Place, Task> work) =>
        ThreadPool.UnsafeQueueUserWorkItem(static s => _ = s.self.RunAsync(s.work), (self: this, work), preferLocal: false);

    private async Task RunAsync(Func<Place, Task> work)
    {
        var place = new Place(this);
        try
        {
            await work(place);
        }
        finally
        {
            place.GiveUp();
            lock (_sync)
            {
                _unfinished--;
                if (_isDraining && _unfinished == 0) _drained.TrySetResult();
            }
        }
    }

    private void Next()
    {
        Func<Place, Task>? work;
        lock (_sync)
        {
            if (!_waiting.TryDequeue(out work)) _places++;
        }

        if (work is not null) Run(work);
    }

    /// <summary>A place among those that are worked on at once.</summary>
    internal sealed class Place(WorkQueue work)
    {
        private int _isGivenUp;

        /// <summary>Lets the next one begin.</summary>
        public void GiveUp()
        {
            if (Interlocked.Exchange(ref _isGivenUp, 1) == 0) work.Next();
        }
    }
}
