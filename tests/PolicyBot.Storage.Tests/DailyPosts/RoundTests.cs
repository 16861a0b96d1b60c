using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Servers;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>Rounds over all channels in which one post fails or takes long.</summary>
public sealed class RoundTests(PostgresServer server) : StoreTests(server)
{
    private readonly FaultyChannels _channels = new(new Random(1), faults: 0) { Now = Noon };

    [Fact]
    public async Task SendDue_OneFails_RetriesItEveryMinuteAndSendsOthers()
    {
        await SubscribeBrokenAsync(Noon);
        await Store.Subscriptions.SaveAsync(Subscription("b"), Cancellation);
        var articles = new TestArticles(Communities);
        var bot = NewBot(articles);

        for (var passed = 0; passed < 60; passed += 2)
        {
            var now = new Ticking(Noon + Duration.FromSeconds(passed), Duration.Zero);
            Assert.Equal(Duration.FromSeconds(60 - passed), await bot.SendDueAsync(now));
        }

        AssertFailed(1, bot);
        Assert.Equal(LedgerState.Posted, (await EntryAsync("b")).State);

        await bot.SendDueAsync(new Ticking(Noon + Duration.FromMinutes(1), Duration.Zero));
        AssertFailed(2, bot);

        articles.IsFixed = true;
        await bot.SendDueAsync(new Ticking(Noon + Duration.FromMinutes(2), Duration.Zero));
        Assert.Equal(LedgerState.Posted, (await EntryAsync("a")).State);
    }

    [Fact]
    public async Task SendDue_NoAnswer_WaitsUntilItIsTriedAgain()
    {
        await Store.Subscriptions.SaveAsync(Subscription("a"), Cancellation);
        var channels = new FaultyChannels(new AlwaysFault(FaultyChannels.NoAnswer), faults: 1) { Now = Noon };
        var bot = new DailyBot(
            Store.Subscriptions, Store.Ledger, Usage, new TestArticles(Communities), channels);

        Assert.Equal(Duration.FromSeconds(30), await bot.SendDueAsync(new Ticking(Noon, Duration.Zero)));
    }

    [Fact]
    public async Task SendDue_ClockSetBackAfterFailure_Retries()
    {
        await SubscribeBrokenAsync(Noon - Duration.FromHours(2));
        var bot = NewBot(new TestArticles(Communities));

        await bot.SendDueAsync(new Ticking(Noon, Duration.Zero));
        await bot.SendDueAsync(new Ticking(Noon - Duration.FromHours(1), Duration.Zero));

        AssertFailed(2, bot);
    }

    [Fact]
    public async Task SendDue_LongRound_ClaimsEachPostAtItsOwnTime()
    {
        const int Count = 40;
        for (var i = 0; i < Count; i++) await Store.Subscriptions.SaveAsync(Subscription($"c{i:00}"), Cancellation);

        await NewBot(new TestArticles(Communities)).SendDueAsync(new Ticking(Noon, Duration.FromSeconds(30)));

        var ats = new List<Instant>();
        for (var i = 0; i < Count; i++) ats.Add((await EntryAsync($"c{i:00}")).At);
        Assert.Equal(Enumerable.Range(1, Count).Select(i => Noon + (i * Duration.FromSeconds(30))), ats.Order());
    }

    [Fact]
    public async Task SendDue_NothingSentOrOnePosted_WaitsUntilTheNextPostButAtMostAMinute()
    {
        var bot = NewBot(new TestArticles(Communities));
        await Store.Subscriptions.SaveAsync(Subscription("a", Noon + Duration.FromSeconds(20)), Cancellation);

        Assert.Equal(Duration.FromSeconds(20), await SendAsync(Noon));
        // Its next post is tomorrow.
        Assert.Equal(Duration.FromMinutes(1), await SendAsync(Noon + Duration.FromSeconds(20)));
        await Store.Subscriptions.SaveAsync(Subscription("b"), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("c", Noon + Duration.FromSeconds(50)), Cancellation);
        Assert.Equal(Duration.FromSeconds(30), await SendAsync(Noon + Duration.FromSeconds(20)));

        Task<Duration> SendAsync(Instant now) => bot.SendDueAsync(new Ticking(now, Duration.Zero));
    }

    [Fact]
    public async Task SendDue_DueTimeTooLate_IsLookedAtAgainAtOnceButOnlyOnce()
    {
        var bot = NewBot(new TestArticles(Communities));
        await Store.Subscriptions.SaveAsync(Subscription("a", Noon + Duration.FromDays(365)), Cancellation);

        Assert.InRange(await SendAsync(), Duration.FromMilliseconds(1), Duration.FromSeconds(1));
        Assert.Equal(Duration.FromMinutes(1), await SendAsync());
        Assert.Equal(1, bot.Corrections);

        Task<Duration> SendAsync() => bot.SendDueAsync(new Ticking(Noon, Duration.Zero));
    }

    // Tomorrow and the day after are done, and daylight saving time ends before the next post.
    [Fact]
    public async Task SendDue_LongestWaitOfASchedule_IsNoCorrection()
    {
        var now = Instant.FromUtc(2026, 10, 22, 22, 10);
        var day = new LocalDate(2026, 10, 23);
        var late = Subscription("a") with { Time = new LocalTime(23, 30) };
        await Store.Subscriptions.SaveAsync(late with { NextDue = now }, Cancellation);
        for (var i = 0; i <= 2; i++)
        {
            await Store.Ledger.MarkSkippedAsync(
                Attempt(late with { NextDue = now }, day.PlusDays(i), now, now), "Why.", Cancellation);
        }

        var next = Schedule.GetNextDue(now, late.Time, late.TimeZone, day.PlusDays(2));
        await Store.Subscriptions.SaveAsync(late with { NextDue = next }, Cancellation);
        var bot = NewBot(new TestArticles(Communities));

        Assert.True(next - now > Duration.FromDays(4));
        Assert.Equal(Duration.FromMinutes(1), await bot.SendDueAsync(new Ticking(now, Duration.Zero)));
        Assert.Equal(0, bot.Corrections);
    }

    private static void AssertFailed(int times, DailyBot bot)
    {
        Assert.Equal(times, bot.Failures.Count());
        Assert.All(bot.Failures, e => Assert.IsType<ArticleUnavailableException>(e));
    }

    private async Task SubscribeBrokenAsync(Instant due)
    {
        await Communities.SaveAsync("broken", new ServerSettings { Article = TestArticles.Broken }, Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("a", due, "broken"), Cancellation);
    }

    private DailyBot NewBot(TestArticles articles) =>
        new(Store.Subscriptions, Store.Ledger, Usage, articles, _channels);

    // Advances each time it is read.
    private sealed class Ticking(Instant start, Duration step) : IClock
    {
        private int _looks = -1;

        public Instant GetCurrentInstant() => start + (Interlocked.Increment(ref _looks) * step);
    }
}
