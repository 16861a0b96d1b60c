using PolicyBot.Discord.Client.RateLimits;
using PolicyBot.TestUtilities;

namespace PolicyBot.Discord.Client.Tests;

public sealed class SlidingWindowTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task AcquireAsync_MoreThanPermits_WaitInOrder()
    {
        var clock = new TestClock();
        var window = new SlidingWindow(2, Second, clock);

        var takes = Enumerable.Range(0, 5).Select(_ => Take(window)).ToList();
        Assert.Equal([true, true, false, false, false], takes.Select(t => t.IsCompleted));
        clock.Advance(Second);
        await Task.WhenAll(takes[2], takes[3]);
        Assert.False(takes[4].IsCompleted);
        clock.Advance(Second);
        await takes[4];
    }

    [Fact]
    public async Task Pause_WaitingCallers_WaitForItToo()
    {
        var clock = new TestClock();
        var window = new SlidingWindow(1, Second, clock);
        await Take(window);
        var waiting = Take(window);

        window.Pause(TimeSpan.FromSeconds(20));
        clock.Advance(Second);
        var left = await clock.NextTimerAsync(TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(20));
        Assert.False(waiting.IsCompleted);
        clock.Advance(left);

        Assert.Null(await waiting);
    }

    [Fact]
    public async Task AcquireAsync_DelayTooLong_UsesNoPermit()
    {
        var clock = new TestClock();
        var window = new SlidingWindow(1, Second, clock);
        await Take(window);

        Assert.Equal(
            Second, await window.AcquireAsync(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken));
        clock.Advance(Second);

        Assert.True(Take(window).IsCompleted);
    }

    private static Task<TimeSpan?> Take(SlidingWindow window) =>
        window.AcquireAsync(TimeSpan.MaxValue, TestContext.Current.CancellationToken).AsTask();
}
