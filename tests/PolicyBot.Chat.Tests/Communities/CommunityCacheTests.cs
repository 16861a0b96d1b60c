using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat.Communities;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Communities;

public class CommunityCacheTests
{
    private static readonly CommunitySettings Private = new() { IsPrivate = true };

    private readonly FakeTimeProvider time = new();
    private readonly CommunityBook book = new();
    private readonly CommunityCache cache;

    public CommunityCacheTests() => cache = new CommunityCache(book, time, NullLogger<CommunityCache>.Instance);

    [Fact]
    public async Task Of_Known_IsReadOnceAMinute()
    {
        book.All["g"] = Private;

        for (var i = 0; i < 3; i++) Assert.True((await cache.OfAsync("g")).IsPrivate);
        Assert.Equal(1, book.Readings);
        time.Advance(TimeSpan.FromSeconds(61));
        await cache.OfAsync("g");

        Assert.Equal(2, book.Readings);
    }

    [Fact]
    public async Task Of_NoServer_IsTheBotsOwn()
    {
        Assert.Equal(new CommunitySettings().IsPrivate, (await cache.OfAsync(null)).IsPrivate);
        Assert.Equal(0, book.Readings);
    }

    [Fact]
    public async Task Of_SlowStore_WaitsHalfASecondAndHasItLater()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (book.All["g"], book.Open) = (Private, open.Task);

        var first = cache.OfAsync("g").AsTask();
        time.Advance(TimeSpan.FromMilliseconds(499));
        Assert.False(first.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False((await first).IsPrivate);

        var second = cache.OfAsync("g").AsTask();
        open.SetResult();
        Assert.True((await second).IsPrivate);
        Assert.Equal(1, book.Readings);
    }

    [Fact]
    public async Task Of_StoreOutOfReach_IsWhatWasKnownLast()
    {
        book.All["g"] = Private;
        await cache.OfAsync("g");
        book.IsOut = true;
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.True((await cache.OfAsync("g")).IsPrivate);
        Assert.False((await cache.OfAsync("new")).IsPrivate);
        book.IsOut = false;
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await cache.OfAsync("g")).IsPrivate);
    }

    [Fact]
    public async Task Put_Changed_IsSeenAtOnce()
    {
        await cache.OfAsync("g");
        await cache.PutAsync("g", Private, TestContext.Current.CancellationToken);
        Assert.True((await cache.OfAsync("g")).IsPrivate);

        book.All.Clear();
        cache.Forget("g");
        Assert.False((await cache.OfAsync("g")).IsPrivate);
    }
}
