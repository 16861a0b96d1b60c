using PolicyBot.Discord.Handlers;
using PolicyBot.TestUtilities;

namespace PolicyBot.Discord.Tests;

public sealed class DeferralQueueTests
{
    private readonly TestClock _clock = new();
    private readonly DeferralQueue _queue;

    public DeferralQueueTests() => _queue = new DeferralQueue(_clock);

    [Theory]
    [InlineData(0, 1.5)]
    [InlineData(64, 1.5)]
    [InlineData(65, 0)]
    public void GetDelay_NothingMeasured_IsNoneIfMoreWaitThanCanBeDeferredAtATime(int waiting, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), _queue.GetDelay(waiting));

    [Theory]
    [InlineData(64, 1.5)]
    [InlineData(100, 1.5)]
    [InlineData(200, 1)]
    [InlineData(400, 0)]
    [InlineData(600, -1)]
    public async Task GetDelay_FiveMillisecondsForEach_LeavesTimeToDeferAllThatWait(int waiting, double seconds)
    {
        await DeferAsync(count: 400, TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(seconds), _queue.GetDelay(waiting));
    }

    [Fact]
    public async Task GetDelay_FewDeferredSince_DoesNotChange()
    {
        await DeferAsync(count: 400, TimeSpan.FromSeconds(2));

        // Three requests that take long say nothing about how fast many are sent.
        await DeferAsync(count: 3, TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(1), _queue.GetDelay(200));
    }

    [Fact]
    public async Task IsCrowded_MoreThanCanBeSentAtATime_UntilTheyAreSent()
    {
        var sent = new TaskCompletionSource<bool>();
        var deferring = Enumerable.Range(0, 64).Select(_ => _queue.RunAsync(() => sent.Task)).ToList();
        Assert.False(_queue.IsCrowded);
        deferring.Add(_queue.RunAsync(() => sent.Task));
        Assert.True(_queue.IsCrowded);

        sent.SetResult(true);
        await Task.WhenAll(deferring);

        Assert.False(_queue.IsCrowded);
    }

    private async Task DeferAsync(int count, TimeSpan duration)
    {
        var sent = new TaskCompletionSource<bool>();
        var deferring = Enumerable.Range(0, count).Select(_ => _queue.RunAsync(() => sent.Task)).ToList();
        _clock.Advance(duration);
        sent.SetResult(true);
        await Task.WhenAll(deferring);
    }
}
