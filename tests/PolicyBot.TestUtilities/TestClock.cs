using Microsoft.Extensions.Time.Testing;

namespace PolicyBot.TestUtilities;

/// <summary>
/// A clock that stands still until told to go on, and tells who waits for it, so that a test goes on exactly when
/// somebody does.
/// </summary>
public sealed class TestClock : FakeTimeProvider
{
    private const int MaxWaits = 1_000;

    private readonly Lock _sync = new();
    private readonly HashSet<TrackedTimer> _timers = [];
    private TaskCompletionSource _changed = NewSignal();

    public TestClock()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public TestClock(DateTimeOffset start)
        : base(start)
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var tracked = new TrackedTimer(this);
        tracked.Inner = base.CreateTimer(
            s =>
            {
                tracked.Fired();
                callback(s);
            },
            state,
            dueTime,
            period);
        tracked.Set(dueTime);
        return tracked;
    }

    /// <summary>
    /// Waits until somebody waits for the clock, in all so long and no other time, then lets the clock go on till that
    /// is over.
    /// </summary>
    public Task AdvanceToTimerAsync(TimeSpan wait) => AdvanceToTimerAsync(wait, wait);

    /// <summary>The same, for a wait between these two.</summary>
    /// <returns>How far the clock went.</returns>
    public async Task<TimeSpan> AdvanceToTimerAsync(TimeSpan atLeast, TimeSpan atMost)
    {
        var wait = await NextTimerAsync(atLeast, atMost);
        Advance(wait);
        return wait;
    }

    /// <summary>
    /// Waits until somebody waits for the clock, in all for a time between these two; gives what is left of it.
    /// </summary>
    /// <param name="atLeast">The shortest.</param>
    /// <param name="atMost">The longest.</param>
    /// <param name="count">How many must wait so.</param>
    public Task<TimeSpan> NextTimerAsync(TimeSpan atLeast, TimeSpan atMost, int count = 1) =>
        NextTimerAsync(w => w >= atLeast && w <= atMost, count);

    /// <summary>Waits until nobody waits for the clock any more, in all so long.</summary>
    public async Task NoTimerAsync(TimeSpan wait)
    {
        while (true)
        {
            Task signal;
            lock (_sync)
            {
                if (_timers.All(t => t.Wait != wait)) return;
                signal = _changed.Task;
            }

            await signal.WaitAsync(TestGuard.Timeout, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Lets the clock go on, from one wait of at most so long to the next, until something is done.</summary>
    public Task AdvanceUntilAsync(Task done, TimeSpan atMost) => AdvanceUntilAsync(done, w => w <= atMost);

    /// <summary>The same, by waits of a kind, once so many wait so.</summary>
    public async Task AdvanceUntilAsync(Task done, Func<TimeSpan, bool> isWait, int count = 1)
    {
        for (var waits = 0; !done.IsCompleted; waits++)
        {
            Assert.True(waits < MaxWaits, $"It is not done after {waits} waits.");
            var timer = NextTimerAsync(isWait, count);
            if (await Task.WhenAny(done, timer) == timer) Advance(await timer);
        }

        await done;
    }

    private async Task<TimeSpan> NextTimerAsync(Func<TimeSpan, bool> isWait, int count)
    {
        while (true)
        {
            Task signal;
            lock (_sync)
            {
                var left = _timers.Where(t => isWait(t.Wait) && t.Left > TimeSpan.Zero).Select(t => t.Left).ToList();
                if (left.Count >= count) return left.Min();
                signal = _changed.Task;
            }

            await signal.WaitAsync(TestGuard.Timeout, TestContext.Current.CancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Change(Action change)
    {
        lock (_sync)
        {
            change();
            _changed.TrySetResult();
            _changed = NewSignal();
        }
    }

    private sealed class TrackedTimer(TestClock clock) : ITimer
    {
        private DateTimeOffset _due;

        public ITimer Inner { get; set; } = null!;

        /// <summary>How long it was set for.</summary>
        public TimeSpan Wait { get; private set; }

        public TimeSpan Left => _due - clock.GetUtcNow();

        public void Set(TimeSpan dueTime) => clock.Change(() =>
        {
            if (dueTime <= TimeSpan.Zero)
            {
                clock._timers.Remove(this);
                return;
            }

            Wait = dueTime;
            _due = clock.GetUtcNow() + dueTime;
            clock._timers.Add(this);
        });

        public void Fired() => clock.Change(() => clock._timers.Remove(this));

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isChanged = Inner.Change(dueTime, period);
            Set(dueTime);
            return isChanged;
        }

        public void Dispose()
        {
            clock.Change(() => clock._timers.Remove(this));
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
