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
    public async Task OfAsync_NoServer_AsksNobody()
    {
        Assert.Equal(new CommunitySettings(), await cache.OfAsync(null));
        Assert.Equal(0, store.Reads);
    }

    [Fact]
    public async Task OfAsync_ServerThatSettledNothing_IsAsTheBotIs() => Assert.Equal(new CommunitySettings(), await cache.OfAsync(Community));

    [Fact]
    public async Task OfAsync_Again_IsReadOnceAMinute()
    {
        store.Settings[Community] = Settled;
        for (var second = 0; second < 60; second++)
        {
            Assert.Same(Settled, await cache.OfAsync(Community));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        var readsInAMinute = store.Reads;
        await cache.OfAsync(Community);

        Assert.Equal((1, 2), (readsInAMinute, store.Reads));
    }

    [Fact]
    public async Task OfAsync_FirstQuestion_WaitsForTheStore()
    {
        var gate = Close();
        store.Settings[Community] = Settled;
        var asked = cache.OfAsync(Community).AsTask();
        time.Advance(TimeSpan.FromMilliseconds(499));
        var wasDone = asked.IsCompleted;
        gate.SetResult();

        Assert.False(wasDone);
        Assert.Same(Settled, await asked);
    }

    [Fact]
    public async Task OfAsync_StoreThatIsSlow_GivesTheBotsOwnAfterHalfASecondAndItsAnswerToTheNext()
    {
        var gate = Close();
        store.Settings[Community] = Settled;
        var first = cache.OfAsync(Community).AsTask();
        time.Advance(TimeSpan.FromMilliseconds(500));
        var given = await first;
        var second = cache.OfAsync(Community).AsTask();
        gate.SetResult();
        await second;

        Assert.Equal(new CommunitySettings(), given);
        Assert.Same(Settled, await cache.OfAsync(Community));
        Assert.Equal(1, store.Reads);
    }

    [Fact]
    public async Task OfAsync_ManyAtOnce_ReadOnce()
    {
        var gate = Close();
        store.Settings[Community] = Settled;
        var asked = Enumerable.Range(0, 50).Select(_ => cache.OfAsync(Community).AsTask()).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(asked), s => Assert.Same(Settled, s));
        Assert.Equal(1, store.Reads);
    }

    [Fact]
    public async Task OfAsync_StaleSettings_AreGivenAtOnceWhileTheyAreReadAgain()
    {
        store.Settings[Community] = Settled;
        await cache.OfAsync(Community);
        store.Settings[Community] = Changed;
        var gate = Close();
        time.Advance(TimeSpan.FromMinutes(1));
        var asked = cache.OfAsync(Community);
        var (wasDone, given) = (asked.IsCompletedSuccessfully, await asked);
        gate.SetResult();
        await ReadingIsDoneAsync();

        Assert.True(wasDone);
        Assert.Same(Settled, given);
        Assert.Same(Changed, await cache.OfAsync(Community));
    }

    [Fact]
    public async Task PutAsync_Settings_AreSeenAtOnce()
    {
        await cache.OfAsync(Community);
        await cache.PutAsync(Community, Settled, Cancelled);
        Close();

        Assert.Same(Settled, await cache.OfAsync(Community));
        Assert.Same(Settled, store.Settings[Community]);
    }

    [Fact]
    public async Task PutAsync_WhileTheFormerAreBeingRead_Holds()
    {
        var gate = Close();
        var asked = cache.OfAsync(Community).AsTask();
        await cache.PutAsync(Community, Settled, Cancelled);
        store.Settings.Clear();
        gate.SetResult();
        await asked;
        store.Settings[Community] = Settled;

        Assert.Same(Settled, await cache.OfAsync(Community));
    }

    [Fact]
    public async Task PutAsync_StoreOutOfReach_LeavesTheFormer()
    {
        store.Settings[Community] = Settled;
        await cache.OfAsync(Community);
        store.Fault = "Gone.";
        await Assert.ThrowsAsync<StoreUnavailableException>(() => cache.PutAsync(Community, Changed, Cancelled));

        Assert.Same(Settled, await cache.OfAsync(Community));
    }

    [Fact]
    public async Task OfAsync_StoreOutOfReach_GivesTheBotsOwnTillItIsThere()
    {
        store.Settings[Community] = Settled;
        store.Fault = "Gone.";
        var first = await cache.OfAsync(Community);
        store.Fault = null;
        var withinTheMinute = await cache.OfAsync(Community);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new CommunitySettings(), first);
        Assert.Equal(new CommunitySettings(), withinTheMinute);
        Assert.Same(Settled, await cache.OfAsync(Community));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OfAsync_StoreThatFailsLater_GivesWhatWasKnownLast(bool isKnownFault)
    {
        store.Settings[Community] = Settled;
        await cache.OfAsync(Community);
        if (isKnownFault) store.Fault = "Gone.";
        else store.Failure = new TimeoutException("The program is wrong.");
        time.Advance(TimeSpan.FromMinutes(5));
        var first = await cache.OfAsync(Community);

        Assert.Same(Settled, first);
        Assert.Same(Settled, await cache.OfAsync(Community));
    }

    [Fact]
    public async Task ReadAsync_AnyTime_AsksTheStoreItself()
    {
        await cache.OfAsync(Community);
        store.Settings[Community] = Settled;

        Assert.Same(Settled, await cache.ReadAsync(Community, Cancelled));
    }

    [Fact]
    public async Task Forget_Settings_AreReadAnew()
    {
        store.Settings[Community] = Settled;
        await cache.OfAsync(Community);
        store.Settings.Clear();
        cache.Forget(Community);

        Assert.Equal(new CommunitySettings(), await cache.OfAsync(Community));
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
