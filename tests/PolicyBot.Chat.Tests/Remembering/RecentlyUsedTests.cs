using PolicyBot.Chat.Caching;

namespace PolicyBot.Chat.Tests.Remembering;

public sealed class RecentlyUsedTests
{
    [Fact]
    public void Put_MoreKeysThanItHolds_ForgetsTheOneLongestUnused()
    {
        var remembered = new LruCache<string, int>(capacity: 2);
        remembered.Put("a", 1);
        remembered.Put("b", 2);
        remembered.Put("a", 3);
        remembered.Put("c", 4);

        Assert.True(remembered.TryGet("a", out var a));
        Assert.Equal(3, a);
        Assert.False(remembered.TryGet("b", out _));
        Assert.True(remembered.TryGet("c", out _));
    }

    [Fact]
    public void TryGet_CountsAsAUse()
    {
        var remembered = new LruCache<string, int>(capacity: 2);
        remembered.Put("a", 1);
        remembered.Put("b", 2);
        remembered.TryGet("a", out _);
        remembered.Put("c", 3);

        Assert.True(remembered.TryGet("a", out _));
        Assert.False(remembered.TryGet("b", out _));
    }

    [Fact]
    public void TryAdd_KnownKey_ChangesNothing()
    {
        var remembered = new LruCache<string, int>(capacity: 2);

        Assert.True(remembered.TryAdd("a", 1));
        Assert.False(remembered.TryAdd("a", 2));
        Assert.True(remembered.TryGet("a", out var a));
        Assert.Equal(1, a);
    }

    [Fact]
    public void GetOrAdd_ManyThreads_MakesEachValueOnce()
    {
        var remembered = new LruCache<int, object>(capacity: 8);
        var made = 0;

        Parallel.For(0, 20_000, i => remembered.GetOrAdd(i % 8, _ =>
        {
            Interlocked.Increment(ref made);
            return new object();
        }));

        Assert.Equal(8, made);
    }

    [Fact]
    public void Put_ManyThreads_StaysBounded()
    {
        var remembered = new LruCache<int, int>(capacity: 1000);

        Parallel.For(0, 20_000, i => remembered.Put(i % 3000, i));

        Assert.Equal(1000, Enumerable.Range(0, 3000).Count(i => remembered.TryGet(i, out _)));
    }
}
