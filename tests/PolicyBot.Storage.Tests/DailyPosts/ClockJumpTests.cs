using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>A clock that is ahead for a while, on any instance.</summary>
public sealed class ClockJumpTests(PostgresServer server) : StoreTests(server)
{
    private static readonly Instant Far = Instant.FromUtc(2100, 1, 1, 12, 0);
    private static readonly Instant Tomorrow = Instant.FromUtc(2026, 5, 21, 7, 30);

    private readonly FaultyChannels _channels = new(new Random(1), faults: 0) { Now = Noon };

    [Theory]
    [OnBothDatabases]
    public async Task SendDue_ClockWasAhead_PostsEachDayOnce(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
        var bot = NewBot();
        await SendAsync(bot, Noon);
        // The days up to then are skipped one by one.
        for (var i = 0; i < 12; i++) await SendAsync(bot, Far + Duration.FromSeconds(i));
        Assert.True((await FindAsync()).NextDue > Far);

        await SendAsync(bot, Noon + Duration.FromMinutes(1));

        Assert.Equal(1, bot.Corrections);
        // The clock's jump has skipped that day, and it stays so.
        Assert.Equal(LedgerState.Skipped, (await FindEntryAsync(Today.PlusDays(1))).State);
        Assert.Equal(Tomorrow + Duration.FromDays(1), (await FindAsync()).NextDue);
        await SendAsync(bot, Tomorrow);
        await SendAsync(bot, Tomorrow + Duration.FromDays(1));
        Assert.Equal(1, bot.Corrections);
        Assert.Equal([1, 0, 1], Enumerable.Range(0, 3).Select(d => Count(Today.PlusDays(d))));
        Assert.Empty(bot.Failures);
    }

    [Theory]
    [OnBothDatabases]
    public async Task SendDue_TwoInstancesCorrect_PostOnce(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c", Far), Cancellation);
        DailyBot[] bots = [NewBot(), NewBot()];

        foreach (var now in (Instant[])[Noon, Tomorrow])
        {
            _channels.Now = now;
            await Task.WhenAll(bots.Select(b => b.SendDueAsync(_channels)));
            await Task.WhenAll(bots.Select(b => b.SendDueAsync(_channels)));
        }

        Assert.Equal(1, bots.Sum(b => b.Corrections));
        Assert.Equal(1, Count(Today.PlusDays(1)));
    }

    // A claim's lease would last until then, too.
    [Theory]
    [OnBothDatabases]
    public async Task SendDue_ClaimedWhileTheClockWasAhead_IsSentOnce(Database database)
    {
        await ClaimAsync(Store, now: Far);
        await Store.Subscriptions.UpdateAsync("c", s => s with { NextDue = Noon }, Cancellation);
        var bot = NewBot();

        await SendAsync(bot, Noon);
        await SendAsync(bot, Noon + Duration.FromMinutes(1));

        Assert.Equal((1, LedgerState.Posted), (Count(Today), (await EntryAsync()).State));
        Assert.Equal(Tomorrow, (await FindAsync()).NextDue);
    }

    [Theory]
    [OnBothDatabases]
    public async Task SendDue_DueInTime_IsNotCorrected(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c", Noon + Duration.FromDays(3)), Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription("paused", Far) with { Paused = "Why." }, Cancellation);
        var bot = NewBot();

        await SendAsync(bot, Noon);

        Assert.Equal(0, bot.Corrections);
        Assert.Equal(Noon + Duration.FromDays(3), (await FindAsync()).NextDue);
    }

    private int Count(LocalDate day) => _channels.Count(DailyPostReply.FormatMark(day));

    private async Task SendAsync(DailyBot bot, Instant now)
    {
        _channels.Now = now;
        await bot.SendDueAsync(_channels);
    }

    private async Task<Subscription> FindAsync() => (await Store.Subscriptions.FindAsync("c", Cancellation))!;

    private async Task<LedgerEntry> FindEntryAsync(LocalDate day) =>
        (await Store.Ledger.ListEntriesAsync("c", 30, Cancellation)).Single(e => e.Day == day);

    private DailyBot NewBot() =>
        new(Store.Subscriptions, Store.Ledger, Usage, new TestArticles(Communities), _channels);
}
