using System.Collections.Concurrent;
using PolicyBot.Knowledge.Threading;

namespace PolicyBot.Knowledge.Tests.Threading;

/// <summary>Long computations don't take threads from those who answer, and fail as they would elsewhere.</summary>
public sealed class LowPriorityThreadsTests
{
    [Fact]
    public async Task Run_Computation_LeavesTheThreadPoolAlone()
    {
        var (isPooled, result) = await LowPriorityThreads.RunAsync(
            () => (Thread.CurrentThread.IsThreadPoolThread, 7));

        Assert.False(isPooled);
        Assert.Equal(7, result);
    }

    [Fact]
    public async Task Run_FailingComputation_ThrowsWhatItThrew()
    {
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(
            () => LowPriorityThreads.RunAsync<int>(() => throw new InvalidDataException("line 3")));

        Assert.Equal("line 3", thrown.Message);
    }

    [Fact]
    public void ForEach_ManyItems_DoesEachOnce()
    {
        var items = Enumerable.Range(0, 10_000).ToArray();
        var done = new ConcurrentBag<int>();

        LowPriorityThreads.ForEach(items, () => done, (i, bag) => bag.Add(i), TestContext.Current.CancellationToken);

        Assert.Equal(items, done.Order());
    }

    [Fact]
    public void ForEach_FailingItem_ThrowsWhatItThrewAndStops()
    {
        var items = Enumerable.Range(0, 1_000_000).ToArray();
        var done = 0;

        Assert.Throws<InvalidDataException>(() => LowPriorityThreads.ForEach(
            items,
            () => 0,
            (i, _) =>
            {
                Interlocked.Increment(ref done);
                if (i == 5) throw new InvalidDataException();
            },
            TestContext.Current.CancellationToken));

        Assert.True(done < items.Length);
    }

    [Fact]
    public void ForEach_Canceled_Stops()
    {
        using var stop = new CancellationTokenSource();
        var items = Enumerable.Range(0, 1_000_000).ToArray();
        var done = 0;

        Assert.Throws<OperationCanceledException>(() => LowPriorityThreads.ForEach(
            items,
            () => 0,
            (_, _) =>
            {
                if (Interlocked.Increment(ref done) == 5) stop.Cancel();
            },
            stop.Token));

        Assert.True(done < items.Length);
    }

    [Fact]
    public void ForEach_NoItems_DoesNothing() => LowPriorityThreads.ForEach(
        Array.Empty<int>(), () => 0, (_, _) => Assert.Fail("There is no item."), TestContext.Current.CancellationToken);
}
