using Microsoft.Extensions.Time.Testing;

namespace PolicyBot.TestUtilities;

/// <summary>
/// A clock that advances only when a test tells it to. It knows its timers, so that a test can continue exactly when
/// something waits.
/// </summary>
public sealed class TestClock : FakeTimeProvider
{
    private const int MaxWaits = 1_000;

    private readonly Lock _sync = new();
    private readonly HashSet<TrackedTimer> _timers = [];
    private TaskCompletionSource _changed = NewSignal();
    private long _shift;

    public TestClock()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public TestClock(DateTimeOffset start)
        : base(start)
    {
    }

    public override long GetTimestamp()
    {
        lock (_sync) return base.GetTimestamp() - _shift;
    }

    /// <summary>Sets the time, as an administrator or a time server does: no time passes, and timers stay.</summary>
    public void Set(DateTimeOffset time)
    {
        lock (_sync)
        {
            var before = base.GetTimestamp();
            AdjustTime(time);
            _shift += base.GetTimestamp() - before;
        }
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

    /// <summary>Waits until there is a timer of exactly this length, then advances the clock to its end.</summary>
    public Task AdvanceToTimerAsync(TimeSpan wait) => AdvanceToTimerAsync(wait, wait);

    /// <summary>The same, for a timer whose length is between these two.</summary>
    /// <returns>How far the clock was advanced.</returns>
    public async Task<TimeSpan> AdvanceToTimerAsync(TimeSpan atLeast, TimeSpan atMost)
    {
        var wait = await NextTimerAsync(atLeast, atMost);
        Advance(wait);
        return wait;
    }

    /// <summary>Waits until there are timers whose length is between these two; returns the remaining time.</summary>
    /// <param name="atLeast">The shortest.</param>
    /// <param name="atMost">The longest.</param>
    /// <param name="count">The number of such timers.</param>
    public Task<TimeSpan> NextTimerAsync(TimeSpan atLeast, TimeSpan atMost, int count = 1) =>
        NextTimerAsync(w => w >= atLeast && w <= atMost, count);

    /// <summary>Waits until there is no timer of this length any more.</summary>
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

    /// <summary>Advances the clock from timer to timer, of at most this length, until a task has completed.</summary>
    public Task AdvanceUntilAsync(Task done, TimeSpan atMost) => AdvanceUntilAsync(done, w => w <= atMost);

    /// <summary>The same, with timers of this length, each time that this many exist.</summary>
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
        // A timestamp, in ticks.
        private long _due;

        public ITimer Inner { get; set; } = null!;

        /// <summary>The length of the timer.</summary>
        public TimeSpan Wait { get; private set; }

        public TimeSpan Left => TimeSpan.FromTicks(_due - clock.GetTimestamp());

        public void Set(TimeSpan dueTime) => clock.Change(() =>
        {
            if (dueTime <= TimeSpan.Zero)
            {
                clock._timers.Remove(this);
                return;
            }

            Wait = dueTime;
            _due = clock.GetTimestamp() + dueTime.Ticks;
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
