using PolicyBot.Chat.Caching;

namespace PolicyBot.Chat.Tests.Caching;

public sealed class LruCacheTests
{
    [Fact]
    public void Put_OverCapacity_RemovesTheLeastRecentlyUsed()
    {
        var cache = new LruCache<string, int>(capacity: 2);
        cache.Put("a", 1);
        cache.Put("b", 2);
        cache.Put("a", 3);
        cache.Put("c", 4);

        Assert.True(cache.TryGet("a", out var a));
        Assert.Equal(3, a);
        Assert.False(cache.TryGet("b", out _));
        Assert.True(cache.TryGet("c", out _));
    }

    [Fact]
    public void TryGet_Key_CountsAsUsed()
    {
        var cache = new LruCache<string, int>(capacity: 2);
        cache.Put("a", 1);
        cache.Put("b", 2);
        cache.TryGet("a", out _);
        cache.Put("c", 3);

        Assert.True(cache.TryGet("a", out _));
        Assert.False(cache.TryGet("b", out _));
    }

    [Fact]
    public void TryAdd_KnownKey_ChangesNothing()
    {
        var cache = new LruCache<string, int>(capacity: 2);

        Assert.True(cache.TryAdd("a", 1));
        Assert.False(cache.TryAdd("a", 2));
        Assert.True(cache.TryGet("a", out var a));
        Assert.Equal(1, a);
    }

    [Fact]
    public void GetOrAdd_ManyThreads_CreatesEachValueOnce()
    {
        var cache = new LruCache<int, object>(capacity: 8);
        var created = 0;

        Parallel.For(0, 20_000, i => cache.GetOrAdd(i % 8, _ =>
        {
            Interlocked.Increment(ref created);
            return new object();
        }));

        Assert.Equal(8, created);
    }

    [Fact]
    public void Put_ManyThreads_StaysBounded()
    {
        var cache = new LruCache<int, int>(capacity: 1000);

        Parallel.For(0, 20_000, i => cache.Put(i % 3000, i));

        Assert.Equal(1000, Enumerable.Range(0, 3000).Count(i => cache.TryGet(i, out _)));
    }
}
