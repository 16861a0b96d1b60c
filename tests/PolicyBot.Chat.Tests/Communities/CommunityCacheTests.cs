using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat.Communities;
using PolicyBot.Chat.Storing;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Communities;

public sealed class CommunityCacheTests
{
    private const string Community = "server 1";

    private static readonly CommunitySettings Settled = new() { Article = "lighthouse", IsPrivate = true };
    private static readonly CommunitySettings Changed = new() { Article = "harbour" };

    private readonly MemoryStore store = new();
    private readonly FakeTimeProvider time = new();
    private readonly CommunityCache cache;

    public CommunityCacheTests() => cache = new CommunityCache(store, time, NullLogger<CommunityCache>.Instance);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_NoServer_AsksNobody()
    {
        Assert.Equal(new CommunitySettings(), await cache.FindAsync(null, Cancelled));
        Assert.Equal(0, store.Reads);
    }

    [Fact]
    public async Task FindAsync_ServerThatSettledNothing_IsAsTheBotIs() => Assert.Equal(new CommunitySettings(), await cache.FindAsync(Community, Cancelled));

    [Fact]
    public async Task FindAsync_Again_IsReadOnceAMinute()
    {
        store.Settings[Community] = Settled;
        for (var second = 0; second < 60; second++)
        {
            Assert.Same(Settled, await cache.FindAsync(Community, Cancelled));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        var readsInAMinute = store.Reads;
        await cache.FindAsync(Community, Cancelled);

        Assert.Equal((1, 2), (readsInAMinute, store.Reads));
    }

    [Fact]
    public async Task FindAsync_FirstQuestion_WaitsForTheStore()
    {
        var gate = Close();
        store.Settings[Community] = Settled;
        var asked = cache.FindAsync(Community, Cancelled).AsTask();
        time.Advance(TimeSpan.FromMilliseconds(9_999));
        var wasDone = asked.IsCompleted;
        gate.SetResult();

        Assert.False(wasDone);
        Assert.Same(Settled, await asked);
    }

    [Fact]
    public async Task FindAsync_StoreThatIsSlow_IsNotKnownAfterTenSecondsAndKnownOnceItAnswers()
    {
        var gate = Close();
        store.Settings[Community] = Settled;
        var first = cache.FindAsync(Community, Cancelled).AsTask();
        time.Advance(TimeSpan.FromSeconds(10));
        var given = await first;
        var second = cache.FindAsync(Community, Cancelled).AsTask();
        time.Advance(TimeSpan.FromSeconds(1));
        var givenLater = await second;
        var third = cache.FindAsync(Community, Cancelled).AsTask();
        gate.SetResult();

        Assert.Null(given);
        Assert.Null(givenLater);
        Assert.Same(Settled, await third);
        Assert.Same(Settled, await cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task FindAsync_WaitThatIsCancelled_Ends()
    {
        Close();
        using var stopping = new CancellationTokenSource();
        var asked = cache.FindAsync(Community, stopping.Token).AsTask();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task FindAsync_ManyAtOnce_ReadOnce()
    {
        var gate = Close();
        store.Settings[Community] = Settled;
        var asked = Enumerable.Range(0, 50).Select(_ => cache.FindAsync(Community, Cancelled).AsTask()).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(asked), s => Assert.Same(Settled, s));
        Assert.Equal(1, store.Reads);
    }

    [Fact]
    public async Task FindAsync_StaleSettings_AreGivenAtOnceWhileTheyAreReadAgain()
    {
        store.Settings[Community] = Settled;
        await cache.FindAsync(Community, Cancelled);
        store.Settings[Community] = Changed;
        var gate = Close();
        time.Advance(TimeSpan.FromMinutes(1));
        var asked = cache.FindAsync(Community, Cancelled);
        var (wasDone, given) = (asked.IsCompletedSuccessfully, await asked);
        gate.SetResult();
        await ReadingIsDoneAsync();

        Assert.True(wasDone);
        Assert.Same(Settled, given);
        Assert.Same(Changed, await cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task PutAsync_Settings_AreSeenAtOnce()
    {
        await cache.FindAsync(Community, Cancelled);
        await cache.PutAsync(Community, Settled, Cancelled);
        Close();

        Assert.Same(Settled, await cache.FindAsync(Community, Cancelled));
        Assert.Same(Settled, store.Settings[Community]);
    }

    [Fact]
    public async Task PutAsync_WhileTheFormerAreBeingRead_Holds()
    {
        var gate = Close();
        var asked = cache.FindAsync(Community, Cancelled).AsTask();
        await cache.PutAsync(Community, Settled, Cancelled);
        store.Settings.Clear();
        gate.SetResult();
        await asked;
        store.Settings[Community] = Settled;

        Assert.Same(Settled, await cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task PutAsync_StoreOutOfReach_LeavesTheFormer()
    {
        store.Settings[Community] = Settled;
        await cache.FindAsync(Community, Cancelled);
        store.Fault = "Gone.";
        await Assert.ThrowsAsync<StoreUnavailableException>(() => cache.PutAsync(Community, Changed, Cancelled));

        Assert.Same(Settled, await cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task FindAsync_StoreOutOfReach_IsNotKnownAndReadAgainAfterFiveSeconds()
    {
        store.Settings[Community] = Settled;
        store.Fault = "Gone.";
        var first = await cache.FindAsync(Community, Cancelled);
        store.Fault = null;
        time.Advance(TimeSpan.FromMilliseconds(4_999));
        var soonAfter = await cache.FindAsync(Community, Cancelled);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(first);
        Assert.Null(soonAfter);
        Assert.Same(Settled, await cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task FindAsync_NoStoreEver_IsAsTheBotIs()
    {
        store.Failure = new StoreUnavailableException("The folder cannot be made.", new IOException()) { IsNothingStored = true };
        var first = await cache.FindAsync(Community, Cancelled);
        store.Failure = new StoreUnavailableException("Gone.", new IOException());
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(new CommunitySettings(), first);
        Assert.Null(await cache.FindAsync(Community, Cancelled));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FindAsync_StoreThatFailsLater_GivesWhatWasKnownLast(bool isKnownFault)
    {
        store.Settings[Community] = Settled;
        await cache.FindAsync(Community, Cancelled);
        if (isKnownFault) store.Fault = "Gone.";
        else store.Failure = new TimeoutException("The program is wrong.");
        time.Advance(TimeSpan.FromMinutes(5));
        var first = await cache.FindAsync(Community, Cancelled);

        Assert.Same(Settled, first);
        Assert.Same(Settled, await cache.FindAsync(Community, Cancelled));
    }

    [Fact]
    public async Task ReadAsync_AnyTime_AsksTheStoreItself()
    {
        await cache.FindAsync(Community, Cancelled);
        store.Settings[Community] = Settled;

        Assert.Same(Settled, await cache.ReadAsync(Community, Cancelled));
    }

    [Fact]
    public async Task Forget_Settings_AreReadAnew()
    {
        store.Settings[Community] = Settled;
        await cache.FindAsync(Community, Cancelled);
        store.Settings.Clear();
        cache.Forget(Community);

        Assert.Equal(new CommunitySettings(), await cache.FindAsync(Community, Cancelled));
    }

    private TaskCompletionSource Close()
    {
        var gate = new TaskCompletionSource();
        store.Gate = gate.Task;
        return gate;
    }

    // Nobody waits for it; whoever asks the store behind it comes after it.
    private async Task ReadingIsDoneAsync() => await cache.ReadAsync(Community, Cancelled);
}
