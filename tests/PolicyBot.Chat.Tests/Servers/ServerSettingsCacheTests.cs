using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Servers;

public sealed class ServerSettingsCacheTests
{
    private const string Server = "server 1";

    private static readonly ServerSettings Saved = new() { Article = "lighthouse", IsPrivate = true };
    private static readonly ServerSettings Changed = new() { Article = "harbour" };

    private readonly MemoryStore _store = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ServerSettingsCache _cache;

    public ServerSettingsCacheTests() =>
        _cache = new ServerSettingsCache(_store, _time, NullLogger<ServerSettingsCache>.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_NoServer_ReadsNothing()
    {
        Assert.Equal(new ServerSettings(), await _cache.FindAsync(null, Cancellation));
        Assert.Equal(0, _store.Reads);
    }

    [Fact]
    public async Task FindAsync_ServerWithoutSettings_GetsTheDefaults() =>
        Assert.Equal(new ServerSettings(), await _cache.FindAsync(Server, Cancellation));

    [Fact]
    public async Task FindAsync_ManyTimes_ReadsOnceAMinute()
    {
        _store.Settings[Server] = Saved;
        for (var second = 0; second < 60; second++)
        {
            Assert.Same(Saved, await _cache.FindAsync(Server, Cancellation));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var readsInAMinute = _store.Reads;
        await _cache.FindAsync(Server, Cancellation);

        Assert.Equal((1, 2), (readsInAMinute, _store.Reads));
    }

    [Fact]
    public async Task FindAsync_FirstTime_WaitsForTheStore()
    {
        var gate = BlockReads();
        _store.Settings[Server] = Saved;
        var found = _cache.FindAsync(Server, Cancellation).AsTask();
        _time.Advance(TimeSpan.FromMilliseconds(9_999));
        var wasCompleted = found.IsCompleted;
        gate.SetResult();

        Assert.False(wasCompleted);
        Assert.Same(Saved, await found);
    }

    [Fact]
    public async Task FindAsync_SlowStore_IsUnknownAfterTenSecondsUntilItAnswers()
    {
        var gate = BlockReads();
        _store.Settings[Server] = Saved;
        var first = _cache.FindAsync(Server, Cancellation).AsTask();
        _time.Advance(TimeSpan.FromSeconds(10));
        var returned = await first;
        var second = _cache.FindAsync(Server, Cancellation).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1));
        var returnedLater = await second;
        var third = _cache.FindAsync(Server, Cancellation).AsTask();
        gate.SetResult();

        Assert.Null(returned);
        Assert.Null(returnedLater);
        Assert.Same(Saved, await third);
        Assert.Same(Saved, await _cache.FindAsync(Server, Cancellation));
    }

    [Fact]
    public async Task FindAsync_CancelledWait_Ends()
    {
        BlockReads();
        using var cancellation = new CancellationTokenSource();
        var found = _cache.FindAsync(Server, cancellation.Token).AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => found);
    }

    [Fact]
    public async Task FindAsync_ManyAtOnce_ReadsOnce()
    {
        var gate = BlockReads();
        _store.Settings[Server] = Saved;
        var found = Enumerable.Range(0, 50).Select(_ => _cache.FindAsync(Server, Cancellation).AsTask()).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(found), s => Assert.Same(Saved, s));
        Assert.Equal(1, _store.Reads);
    }

    [Fact]
    public async Task FindAsync_StaleSettings_AreReturnedWhileTheyAreReadAgain()
    {
        _store.Settings[Server] = Saved;
        await _cache.FindAsync(Server, Cancellation);
        _store.Settings[Server] = Changed;
        var gate = BlockReads();
        _time.Advance(TimeSpan.FromMinutes(1));
        var found = _cache.FindAsync(Server, Cancellation);
        var (wasCompleted, returned) = (found.IsCompletedSuccessfully, await found);
        gate.SetResult();
        await WaitForReloadAsync();

        Assert.True(wasCompleted);
        Assert.Same(Saved, returned);
        Assert.Same(Changed, await _cache.FindAsync(Server, Cancellation));
    }

    [Fact]
    public async Task SaveAsync_Settings_AreFoundAtOnce()
    {
        await _cache.FindAsync(Server, Cancellation);
        await _cache.SaveAsync(Server, Saved, Cancellation);
        BlockReads();

        Assert.Same(Saved, await _cache.FindAsync(Server, Cancellation));
        Assert.Same(Saved, _store.Settings[Server]);
    }

    [Fact]
    public async Task SaveAsync_DuringARead_WinsOverTheRead()
    {
        var gate = BlockReads();
        var found = _cache.FindAsync(Server, Cancellation).AsTask();
        await _cache.SaveAsync(Server, Saved, Cancellation);
        _store.Settings.Clear();
        gate.SetResult();
        await found;
        _store.Settings[Server] = Saved;

        Assert.Same(Saved, await _cache.FindAsync(Server, Cancellation));
    }

    [Fact]
    public async Task SaveAsync_StoreUnavailable_LeavesTheOldSettings()
    {
        _store.Settings[Server] = Saved;
        await _cache.FindAsync(Server, Cancellation);
        _store.Fault = "Gone.";
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _cache.SaveAsync(Server, Changed, Cancellation));

        Assert.Same(Saved, await _cache.FindAsync(Server, Cancellation));
    }

    [Fact]
    public async Task FindAsync_StoreUnavailable_IsUnknownAndRetriedAfterFiveSeconds()
    {
        _store.Settings[Server] = Saved;
        _store.Fault = "Gone.";
        var first = await _cache.FindAsync(Server, Cancellation);
        _store.Fault = null;
        _time.Advance(TimeSpan.FromMilliseconds(4_999));
        var tooSoon = await _cache.FindAsync(Server, Cancellation);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(first);
        Assert.Null(tooSoon);
        Assert.Same(Saved, await _cache.FindAsync(Server, Cancellation));
    }

    [Fact]
    public async Task FindAsync_NothingStoredYet_GetsTheDefaults()
    {
        _store.Failure = new StoreUnavailableException("Can't create the folder.", new IOException())
        {
            IsNothingStored = true,
        };
        var first = await _cache.FindAsync(Server, Cancellation);
        _store.Failure = new StoreUnavailableException("Gone.", new IOException());
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(new ServerSettings(), first);
        Assert.Null(await _cache.FindAsync(Server, Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FindAsync_StoreFailsLater_ReturnsTheLastKnownSettings(bool isUnavailable)
    {
        _store.Settings[Server] = Saved;
        await _cache.FindAsync(Server, Cancellation);
        if (isUnavailable) _store.Fault = "Gone.";
        else _store.Failure = new TimeoutException("The program is wrong.");
        _time.Advance(TimeSpan.FromMinutes(5));
        var first = await _cache.FindAsync(Server, Cancellation);

        Assert.Same(Saved, first);
        Assert.Same(Saved, await _cache.FindAsync(Server, Cancellation));
    }

    [Fact]
    public async Task ReadAsync_CachedSettings_ReadsTheStore()
    {
        await _cache.FindAsync(Server, Cancellation);
        _store.Settings[Server] = Saved;

        Assert.Same(Saved, await _cache.ReadAsync(Server, Cancellation));
    }

    [Fact]
    public async Task Forget_Settings_AreReadAgain()
    {
        _store.Settings[Server] = Saved;
        await _cache.FindAsync(Server, Cancellation);
        _store.Settings.Clear();
        _cache.Forget(Server);

        Assert.Equal(new ServerSettings(), await _cache.FindAsync(Server, Cancellation));
    }

    private TaskCompletionSource BlockReads()
    {
        var gate = new TaskCompletionSource();
        _store.Gate = gate.Task;
        return gate;
    }

    // The cache reloads in the background; a read through it comes after that.
    private async Task WaitForReloadAsync() => await _cache.ReadAsync(Server, Cancellation);
}
