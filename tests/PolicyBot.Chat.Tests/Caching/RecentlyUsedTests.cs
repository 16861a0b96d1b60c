using PolicyBot.Chat.Caching;

namespace PolicyBot.Chat.Tests.Caching;

public sealed class RecentlyUsedTests
{
    [Fact]
    public void Put_MoreThanItHolds_DropsTheLongestUnused()
    {
        var values = new RecentlyUsed<string, int>(capacity: 2);
        values.Put("a", 1);
        values.Put("b", 2);
        values.Put("a", 3);
        values.Put("c", 4);

        Assert.True(values.TryGet("a", out var a));
        Assert.Equal(3, a);
        Assert.False(values.TryGet("b", out _));
        Assert.True(values.TryGet("c", out _));
    }

    [Fact]
    public void TryGet_HeldValue_CountsAsUse()
    {
        var values = new RecentlyUsed<string, int>(capacity: 2);
        values.Put("a", 1);
        values.Put("b", 2);
        values.TryGet("a", out _);
        values.Put("c", 3);

        Assert.True(values.TryGet("a", out _));
        Assert.False(values.TryGet("b", out _));
    }

    [Fact]
    public void GetOrAdd_HeldValue_IsNotMadeAgainAndCountsAsUse()
    {
        var values = new RecentlyUsed<string, int>(capacity: 2);
        values.GetOrAdd("a", _ => 1);
        values.GetOrAdd("b", _ => 2);

        Assert.Equal(1, values.GetOrAdd("a", _ => 3));
        Assert.Equal(4, values.GetOrAdd("c", _ => 4));
        Assert.Equal(5, values.GetOrAdd("b", _ => 5));
    }

    [Fact]
    public void GetOrAdd_MakingFails_HoldsNothing()
    {
        var values = new RecentlyUsed<string, int>(capacity: 2);

        Assert.Throws<InvalidOperationException>(() => values.GetOrAdd("a", _ => throw new InvalidOperationException()));

        Assert.False(values.TryGet("a", out _));
        Assert.Equal(1, values.GetOrAdd("a", _ => 1));
    }

    [Fact]
    public void Put_ManyThreads_StaysBounded()
    {
        var values = new RecentlyUsed<int, int>(capacity: 1000);

        Parallel.For(0, 20_000, i => values.Put(i % 3000, i));

        Assert.Equal(1000, Enumerable.Range(0, 3000).Count(i => values.TryGet(i, out _)));
    }

    [Fact]
    public void Constructor_NoRoom_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new RecentlyUsed<string, int>(0));
}
