using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Delivery;

/// <summary>Rounds over all channels in which something takes long or fails by itself.</summary>
public sealed class RoundTests : StoreTests
{
    private const string Broken = "broken";

    private readonly FaultyChannels _channels = new(new Random(1), faults: 0) { Now = Noon };
    private readonly List<string> _failed = [];
    private bool _isMended;

    internal override Task<ITestDatabase> CreateAsync() => Task.FromResult<ITestDatabase>(new SqliteTestDatabase());

    [Fact]
    public async Task SendDue_OneFailsByItself_IsTriedOnceAMinuteAndKeepsNoOtherWaiting()
    {
        await Store.SaveAsync(Subscription("a", community: Broken), Cancellation);
        await Store.SaveAsync(Subscription("b"), Cancellation);
        var posts = NewPosts();

        for (var i = 0; i < 30; i++) await SendDueAsync(posts, new Ticking(Noon + (i * Duration.FromSeconds(2)), Duration.Zero));
        Assert.Equal(["a"], _failed);
        Assert.Equal(LedgerState.Posted, (await EntryAsync("b")).State);

        await SendDueAsync(posts, new Ticking(Noon + Duration.FromMinutes(1), Duration.Zero));
        Assert.Equal(["a", "a"], _failed);

        _isMended = true;
        await SendDueAsync(posts, new Ticking(Noon + Duration.FromMinutes(2), Duration.Zero));
        Assert.Equal(LedgerState.Posted, (await EntryAsync("a")).State);
    }

    [Fact]
    public async Task SendDue_OneFailedAndTheClockWasSetBack_IsTriedAgain()
    {
        await Store.SaveAsync(Subscription("a", Noon - Duration.FromHours(2), Broken), Cancellation);
        var posts = NewPosts();

        await SendDueAsync(posts, new Ticking(Noon, Duration.Zero));
        await SendDueAsync(posts, new Ticking(Noon - Duration.FromHours(1), Duration.Zero));

        Assert.Equal(["a", "a"], _failed);
    }

    [Fact]
    public async Task SendDue_ManyForMinutes_EachIsClaimedByTheTimeOfItsOwn()
    {
        const int Count = 40;
        for (var i = 0; i < Count; i++) await Store.SaveAsync(Subscription($"c{i:00}"), Cancellation);

        await SendDueAsync(NewPosts(), new Ticking(Noon, Duration.FromSeconds(30)));

        var ats = new List<Instant>();
        for (var i = 0; i < Count; i++) ats.Add((await EntryAsync($"c{i:00}")).At);
        Assert.Equal(Enumerable.Range(1, Count).Select(i => Noon + (i * Duration.FromSeconds(30))), ats.Order());
    }

    private DailyPostScheduler NewPosts() => new(
        Store,
        _channels,
        (community, _) => community == Broken && !_isMended ? throw new InvalidOperationException("Its article cannot be learnt.") : ValueTask.FromResult(SmallArticle.Served),
        new UsageTracker(Usage, _channels, new PrivacyOptions()),
        new DailyOptions());

    private Task<Duration> SendDueAsync(DailyPostScheduler posts, IClock clock) => posts.SendDueAsync(
        clock,
        (subscription, _, fault) =>
        {
            if (fault is null) return;
            Assert.IsType<InvalidOperationException>(fault);
            lock (_failed) _failed.Add(subscription.Channel);
        },
        Cancellation);

    // Later with each look at it.
    private sealed class Ticking(Instant start, Duration step) : IClock
    {
        private int _looks = -1;

        public Instant GetCurrentInstant() => start + (Interlocked.Increment(ref _looks) * step);
    }
}
