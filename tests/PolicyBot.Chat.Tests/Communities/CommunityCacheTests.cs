using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Communities;

public sealed class CommunityCacheTests
{
    private const string Community = "server 1";

    private static readonly ServerSettings Settled = new() { Article = "lighthouse", IsPrivate = true };
    private static readonly ServerSettings Changed = new() { Article = "harbour" };

    private readonly MemoryStore _store = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ServerSettingsCache _cache;

    public CommunityCacheTests() => _cache = new ServerSettingsCache(_store, _time, NullLogger<ServerSettingsCache>.Instance);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_NoServer_AsksNobody()
    {
        Assert.Equal(new ServerSettings(), await _cache.FindAsync(null, Cancelled));
        Assert.Equal(0, _store.Reads);
    }

    [Fact]
    public async Task FindAsync_ServerThatSettledNothing_IsAsTheBotIs() => Assert.Equal(new ServerSettings(), await _cache.FindAsync(Community, Cancelled));

    [Fact]
    public async Task FindAsync_Again_IsReadOnceAMinute()
    {
        _store.Settings[Community] = Settled;
        for (var second = 0; second < 60; second++)
        {
            Assert.Same(Settled, await _cache.FindAsync(Community, Cancelled));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var readsInAMinute = _store.Reads;
        await _cache.FindAsync(Community, Cancelled);

        Assert.Equal((1, 2), (readsInAMinute, _store.Reads));
    }

    [Fact]
    public async Task FindAsync_FirstQuestion_WaitsForTheStore()
    {
        var gate = Close();
        _store.Settings[Community] = Settled;
        var asked = _cache.FindAsync(Community, Cancelled).AsTask();
        _time.Advance(TimeSpan.FromMilliseconds(9_999));
        var wasDone = asked.IsCompleted;
        gate.SetResult();

        Assert.False(wasDone);
        Assert.Same(Settled, await asked);
    }

    [Fact]
    public async Task FindAsync_StoreThatIsSlow_IsNotKnownAfterTenSecondsAndKnownOnceItAnswers()
    {
        var gate = Close();
        _store.Settings[Community] = Settled;
        var first = _cache.FindAsync(Community, Cancelled).AsTask();
        _time.Advance(TimeSpan.FromSeconds(10));
        var given = await first;
        var second = _cache.FindAsync(Community, Cancelled).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1));
        var givenLater = await second;
        var third = _cache.FindAsync(Community, Cancelled).AsTask();
        gate.SetResult();

        Assert.Null(given);
        Assert.Null(givenLater);
        Assert.Same(Settled, await third);
        Assert.Same(Settled, await _cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task FindAsync_WaitThatIsCancelled_Ends()
    {
        Close();
        using var stopping = new CancellationTokenSource();
        var asked = _cache.FindAsync(Community, stopping.Token).AsTask();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task FindAsync_ManyAtOnce_ReadOnce()
    {
        var gate = Close();
        _store.Settings[Community] = Settled;
        var asked = Enumerable.Range(0, 50).Select(_ => _cache.FindAsync(Community, Cancelled).AsTask()).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(asked), s => Assert.Same(Settled, s));
        Assert.Equal(1, _store.Reads);
    }

    [Fact]
    public async Task FindAsync_StaleSettings_AreGivenAtOnceWhileTheyAreReadAgain()
    {
        _store.Settings[Community] = Settled;
        await _cache.FindAsync(Community, Cancelled);
        _store.Settings[Community] = Changed;
        var gate = Close();
        _time.Advance(TimeSpan.FromMinutes(1));
        var asked = _cache.FindAsync(Community, Cancelled);
        var (wasDone, given) = (asked.IsCompletedSuccessfully, await asked);
        gate.SetResult();
        await ReadingIsDoneAsync();

        Assert.True(wasDone);
        Assert.Same(Settled, given);
        Assert.Same(Changed, await _cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task PutAsync_Settings_AreSeenAtOnce()
    {
        await _cache.FindAsync(Community, Cancelled);
        await _cache.SaveAsync(Community, Settled, Cancelled);
        Close();

        Assert.Same(Settled, await _cache.FindAsync(Community, Cancelled));
        Assert.Same(Settled, _store.Settings[Community]);
    }

    [Fact]
    public async Task PutAsync_WhileTheFormerAreBeingRead_Holds()
    {
        var gate = Close();
        var asked = _cache.FindAsync(Community, Cancelled).AsTask();
        await _cache.SaveAsync(Community, Settled, Cancelled);
        _store.Settings.Clear();
        gate.SetResult();
        await asked;
        _store.Settings[Community] = Settled;

        Assert.Same(Settled, await _cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task PutAsync_StoreOutOfReach_LeavesTheFormer()
    {
        _store.Settings[Community] = Settled;
        await _cache.FindAsync(Community, Cancelled);
        _store.Fault = "Gone.";
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _cache.SaveAsync(Community, Changed, Cancelled));

        Assert.Same(Settled, await _cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task FindAsync_StoreOutOfReach_IsNotKnownAndReadAgainAfterFiveSeconds()
    {
        _store.Settings[Community] = Settled;
        _store.Fault = "Gone.";
        var first = await _cache.FindAsync(Community, Cancelled);
        _store.Fault = null;
        _time.Advance(TimeSpan.FromMilliseconds(4_999));
        var soonAfter = await _cache.FindAsync(Community, Cancelled);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(first);
        Assert.Null(soonAfter);
        Assert.Same(Settled, await _cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task FindAsync_NoStoreEver_IsAsTheBotIs()
    {
        _store.Failure = new StoreUnavailableException("The folder cannot be made.", new IOException()) { IsNothingStored = true };
        var first = await _cache.FindAsync(Community, Cancelled);
        _store.Failure = new StoreUnavailableException("Gone.", new IOException());
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(new ServerSettings(), first);
        Assert.Null(await _cache.FindAsync(Community, Cancelled));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FindAsync_StoreThatFailsLater_GivesWhatWasKnownLast(bool isKnownFault)
    {
        _store.Settings[Community] = Settled;
        await _cache.FindAsync(Community, Cancelled);
        if (isKnownFault) _store.Fault = "Gone.";
        else _store.Failure = new TimeoutException("The program is wrong.");
        _time.Advance(TimeSpan.FromMinutes(5));
        var first = await _cache.FindAsync(Community, Cancelled);

        Assert.Same(Settled, first);
        Assert.Same(Settled, await _cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task ReadAsync_AnyTime_AsksTheStoreItself()
    {
        await _cache.FindAsync(Community, Cancelled);
        _store.Settings[Community] = Settled;

        Assert.Same(Settled, await _cache.ReadAsync(Community, Cancelled));
    }

    [Fact]
    public async Task Forget_Settings_AreReadAnew()
    {
        _store.Settings[Community] = Settled;
        await _cache.FindAsync(Community, Cancelled);
        _store.Settings.Clear();
        _cache.Forget(Community);

        Assert.Equal(new ServerSettings(), await _cache.FindAsync(Community, Cancelled));
    }

    private TaskCompletionSource Close()
    {
        var gate = new TaskCompletionSource();
        _store.Gate = gate.Task;
        return gate;
    }

    // Nobody waits for it; whoever asks the store behind it comes after it.
    private async Task ReadingIsDoneAsync() => await _cache.ReadAsync(Community, Cancelled);
}
