using PolicyBot.Discord.Handlers;
using PolicyBot.TestUtilities;

namespace PolicyBot.Discord.Tests;

public sealed class DeferralQueueTests
{
    private const int MaxConcurrency = 64;

    private readonly TestClock _clock = new();
    private readonly DeferralQueue _queue;

    public DeferralQueueTests() => _queue = new DeferralQueue(_clock);

    [Theory]
    [InlineData(0, 1.5)]
    [InlineData(128, 1.5)]
    [InlineData(129, 0)]
    public void GetDelay_NothingMeasured_IsNoneIfManyWait(int waiting, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), _queue.GetDelay(waiting));

    // Besides those that wait, 128 may be running.
    [Theory]
    [InlineData(0, 1.04)]
    [InlineData(72, 0.5)]
    [InlineData(272, -1)]
    public async Task GetDelay_FiveMillisecondsForEach_LeavesTimeToDeferAll(int waiting, double seconds)
    {
        await DeferAsync(waiting: 400, TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(seconds), _queue.GetDelay(waiting));
    }

    [Theory]
    [InlineData(128)]
    [InlineData(1000)]
    public async Task GetDelay_FastDeferrals_IsTheUsual(int waiting)
    {
        await DeferAsync(waiting: 400, TimeSpan.FromSeconds(0.04));

        Assert.Equal(TimeSpan.FromSeconds(1.5), _queue.GetDelay(waiting));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public async Task GetDelay_FewWaitedSince_DoesNotChange(int waiting)
    {
        await DeferAsync(waiting: 400, TimeSpan.FromSeconds(2));

        await DeferAsync(waiting, TimeSpan.FromSeconds(4));

        Assert.Equal(TimeSpan.FromSeconds(0.5), _queue.GetDelay(72));
    }

    // They end sooner than those that are sent.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GetDelay_SomeWereTooLateOrRefused_IsNone(bool isRefused)
    {
        await DeferAsync(waiting: 400, TimeSpan.FromSeconds(2));
        var (first, later) = (new TaskCompletionSource<bool>(), new TaskCompletionSource<bool>());

        var deferring = Enumerable.Range(0, MaxConcurrency + 400)
            .Select(i => _queue.RunAsync(i, i == 100 ? FailAsync : () => (i < 100 ? first : later).Task)).ToList();
        first.SetResult(true);
        await deferring[100].ContinueWith(_ => { }, TaskScheduler.Default);
        later.SetResult(true);
        await Task.WhenAll(deferring).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(TimeSpan.Zero, _queue.GetDelay(200));

        Task<bool> FailAsync() =>
            isRefused ? throw new InvalidOperationException("Refused.") : Task.FromResult(false);
    }

    [Fact]
    public async Task GetDelay_PaceForgotten_IsNone()
    {
        await DeferAsync(waiting: 400, TimeSpan.FromSeconds(2));

        _queue.ResetPace();

        Assert.Equal(TimeSpan.Zero, _queue.GetDelay(200));
    }

    [Fact]
    public async Task GetDelay_TenMinutesLater_IsNone()
    {
        await DeferAsync(waiting: 400, TimeSpan.FromSeconds(2));

        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(TimeSpan.Zero, _queue.GetDelay(200));
    }

    [Fact]
    public async Task Run_MoreThanCanBeSentAtATime_SendsThoseReceivedFirst()
    {
        var sent = new TaskCompletionSource<bool>();
        var order = new List<long>();
        var deferring = Enumerable.Range(1, MaxConcurrency - 1)
            .Select(_ => _queue.RunAsync(0, () => sent.Task)).ToList();
        var last = new TaskCompletionSource<bool>();
        deferring.Add(_queue.RunAsync(0, () => last.Task));
        foreach (var receivedAt in (long[])[30, 10, 20])
        {
            deferring.Add(_queue.RunAsync(receivedAt, () =>
            {
                order.Add(receivedAt);
                return Task.FromResult(true);
            }));
        }

        // They follow one another in one slot.
        last.SetResult(true);
        await Task.WhenAll(deferring[^3..]);
        sent.SetResult(true);
        await Task.WhenAll(deferring);

        Assert.Equal([10, 20, 30], order);
    }

    [Fact]
    public async Task WaitUntilEmpty_OneWaits_CompletesOnceItIsItsTurn()
    {
        var (sent, other) = (new TaskCompletionSource<bool>(), new TaskCompletionSource<bool>());
        var first = _queue.RunAsync(0, () => sent.Task);
        for (var i = 1; i < MaxConcurrency; i++) _ = _queue.RunAsync(0, () => other.Task);
        Assert.True(_queue.WaitUntilEmptyAsync(TestContext.Current.CancellationToken).AsTask().IsCompleted);
        _ = _queue.RunAsync(0, () => other.Task);

        var emptied = _queue.WaitUntilEmptyAsync(TestContext.Current.CancellationToken).AsTask();
        Assert.False(emptied.IsCompleted);
        sent.SetResult(true);

        await emptied.WaitAsync(TestGuard.Timeout, TestContext.Current.CancellationToken);
        await first;
        other.SetResult(true);
    }

    [Fact]
    public async Task WaitUntilEmpty_NeverEmpty_CompletesAfterThreeSeconds()
    {
        var never = new TaskCompletionSource<bool>();
        for (var i = 0; i <= MaxConcurrency; i++) _ = _queue.RunAsync(0, () => never.Task);

        var emptied = _queue.WaitUntilEmptyAsync(TestContext.Current.CancellationToken).AsTask();
        await _clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(3));

        await emptied.WaitAsync(TestGuard.Timeout, TestContext.Current.CancellationToken);
    }

    // While so many wait, besides those that are sent at once.
    private async Task DeferAsync(int waiting, TimeSpan duration)
    {
        var sent = new TaskCompletionSource<bool>();
        var deferring = Enumerable.Range(0, MaxConcurrency + waiting)
            .Select(i => _queue.RunAsync(i, () => sent.Task)).ToList();
        _clock.Advance(duration);
        sent.SetResult(true);
        await Task.WhenAll(deferring);
    }
}
