using System.Globalization;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>
/// Runs two instances on one database for days, by seeds. They are killed and restarted, stop for hours, lose Discord
/// and are refused at any point; their clocks are set wrong and right again, and moderators change the time. Each day
/// then has exactly one post in its channel, or none and a note that says why.
/// </summary>
public sealed class ExactlyOnceTests(PostgresServer server) : StoreTests(server)
{
    // POLICYBOT_SEEDS=1000 runs more.
    private static readonly int Seeds =
        int.Parse(Environment.GetEnvironmentVariable("POLICYBOT_SEEDS") ?? "100", CultureInfo.InvariantCulture);

    private const int Days = 6;

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private static readonly Instant Start = Instant.FromUtc(2026, 3, 26, 0, 0);

    private DailyStores _other = null!;

    [Theory]
    [OnBothDatabases]
    public async Task SendDue_RandomFaults_PostsEachDayOnce(Database database)
    {
        var (posted, dropped) = (0, 0);
        _other = NewStore();
        // Each database has its own half of the seeds.
        var first = database == Database.Sqlite ? 0 : Seeds / 2;
        for (var seed = first; seed < first + (Seeds / 2); seed++)
        {
            var ledger = await RunAsync(seed);
            posted += ledger.Count(e => e.State == LedgerState.Posted);
            dropped += ledger.Count(e => e.State == LedgerState.Skipped);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Seeds / 2} seeds: {posted} days posted, {dropped} skipped.");
        Assert.True(posted > Seeds * Days / 4, $"Only {posted} days of {Seeds * Days / 2} were posted.");
    }

    [Theory]
    [OnBothDatabases]
    public async Task SendDue_OtherInstanceSendsAndIsKilledBeforeSkip_FindsPost(Database database)
    {
        await ClaimAsync(Store);
        await Store.Ledger.ReleaseAsync(Attempt(Subscription("c"), Today), "Why.", Noon, Cancellation);
        var tooLate = Noon + Duration.FromHours(6) + Duration.FromMinutes(2);
        var killed = new AlwaysFault(FaultyChannels.KilledAfterItWasSent);
        var channels = new FaultyChannels(killed, faults: 1) { Now = tooLate };
        // Its clock is slow, so it sends; after it is killed, its claim stays until the lease is over.
        var late = NewBot(NewStore(), channels);
        var isRead = 0;
        var giving = NewBot(new InterleavedStores(Store, BetweenAsync), channels);

        for (var round = 0; round < 3; round++) await SendDueAsync(giving, tooLate + Duration.FromMinutes(round));

        Assert.Equal(1, channels.Count(Mark(Today)));
        Assert.Equal((LedgerState.Posted, "m0"), ((await EntryAsync()).State, (await EntryAsync()).MessageId));

        // The first call reads what is due, the second the ledger; the third is the claim, before the search.
        async Task BetweenAsync()
        {
            if (++isRead != 3) return;
            await SendDueAsync(late, tooLate - Duration.FromMinutes(4));
            channels.IsFaulty = false;
        }
    }

    [Theory]
    [OnBothDatabases]
    public async Task SendDue_SkippedByFastClockDuringSend_RecordsPost(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
        var inTime = Noon + Duration.FromHours(6) - Duration.FromMinutes(1);
        var channels = new FaultyChannels(new AlwaysFault(FaultyChannels.NoAnswer), faults: 1) { Now = inTime };
        var ahead = NewBot(NewStore(), channels);
        var entry = default(LedgerEntry);
        channels.Meanwhile = async () =>
        {
            await SendDueAsync(ahead, inTime + Duration.FromMinutes(5));
            entry = await EntryAsync();
        };

        await SendDueAsync(NewBot(Store, channels), inTime);

        Assert.Equal(LedgerState.Skipped, entry?.State);
        Assert.Equal(1, channels.Count(Mark(Today)));
        Assert.Equal(
            (LedgerState.Posted, "m0", null),
            ((await EntryAsync()).State, (await EntryAsync()).MessageId, (await EntryAsync()).Note));
    }

    // The post arrives after the other instance's search, there is no response, and the search for it fails.
    [Theory]
    [OnBothDatabases(false)]
    [OnBothDatabases(true)]
    public async Task SendDue_SkippedByFastClockDuringSendAndSearchFails_RecordsPostLater(
        Database database, bool isForbidden)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
        var inTime = Noon + Duration.FromHours(6) - Duration.FromMinutes(1);
        var channels = new FaultyChannels(new AlwaysFault(FaultyChannels.NoAnswer), faults: 1) { Now = inTime };
        var ahead = NewBot(NewStore(), channels);
        channels.Meanwhile = async () =>
        {
            channels.Meanwhile = null;
            await SendDueAsync(ahead, inTime + Duration.FromMinutes(5));
            Assert.Equal(LedgerState.Skipped, (await EntryAsync()).State);
            channels.SearchResult = CreateFailure(isForbidden);
        };

        await SendDueAsync(NewBot(Store, channels), inTime);
        var between = await EntryAsync();
        (channels.SearchResult, channels.IsFaulty) = (null, false);
        await Store.Subscriptions.UpdateAsync("c", s => s with { Paused = null }, Cancellation);
        await SendDueAsync(NewBot(NewStore(), channels), inTime + Duration.FromMinutes(6));

        Assert.NotEqual(LedgerState.Skipped, between.State);
        await AssertPostedOnceAsync(channels);
    }

    // The other instance hasn't skipped the day yet when the search for the post fails.
    [Theory]
    [OnBothDatabases(false)]
    [OnBothDatabases(true)]
    public async Task SendDue_FastClockSkipsAfterSearchFails_RecordsPostLater(Database database, bool isForbidden)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
        var inTime = Noon + Duration.FromHours(6) - Duration.FromMinutes(1);
        var channels = new FaultyChannels(new AlwaysFault(FaultyChannels.NoAnswer), faults: 1) { Now = inTime };
        var (searched, failed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var calls = 0;
        // Its calls: what is due, the ledger, the claim before its search, and then the skip.
        var ahead = NewBot(
            new InterleavedStores(
                NewStore(),
                () =>
                {
                    if (++calls != 4) return Task.CompletedTask;
                    searched.SetResult();
                    return failed.Task;
                }),
            channels);
        var skipping = Task.CompletedTask;
        channels.Meanwhile = async () =>
        {
            channels.Meanwhile = null;
            skipping = SendDueAsync(ahead, inTime + Duration.FromMinutes(5));
            await searched.Task.WaitAsync(Guard, Cancellation);
            channels.SearchResult = CreateFailure(isForbidden);
        };

        await SendDueAsync(NewBot(Store, channels), inTime);
        failed.SetResult();
        await skipping;
        var between = await EntryAsync();
        (channels.SearchResult, channels.IsFaulty) = (null, false);
        await Store.Subscriptions.UpdateAsync("c", s => s with { Paused = null }, Cancellation);
        await SendDueAsync(NewBot(NewStore(), channels), inTime + Duration.FromMinutes(12));

        Assert.NotEqual(LedgerState.Skipped, between.State);
        await AssertPostedOnceAsync(channels);
    }

    private static FindPostResult.Failed CreateFailure(bool isForbidden) =>
        new(new ChannelFailure("It can't be read.", isForbidden ? null : Duration.FromMinutes(1)));

    private async Task AssertPostedOnceAsync(FaultyChannels channels)
    {
        Assert.Equal(1, channels.Count(Mark(Today)));
        var entry = await EntryAsync();
        Assert.Equal((LedgerState.Posted, "m0", null), (entry.State, entry.MessageId, entry.Note));
        var subscription = await Store.Subscriptions.FindAsync("c", Cancellation);
        Assert.Equal(Today.PlusDays(1), subscription?.NextDay);
    }

    private async Task<IReadOnlyList<LedgerEntry>> RunAsync(int seed)
    {
        var random = new Random(seed);
        var channel = $"channel-{seed}";
        var channels = new FaultyChannels(random, faults: 0.5) { Now = Start };
        string[] zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];
        var (time, zone) = (LocalTime.FromMinutesSinceMidnight(random.Next(24 * 60)), zones[seed % zones.Length]);
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var first = Schedule.GetNextDue(Start, time, tz);
        HashSet<LocalDate> passed = [];
        await Store.Subscriptions.SaveAsync(
            new Subscription
            {
                Channel = channel,
                Server = "guild",
                Time = time,
                TimeZone = tz,
                SetBy = "moderator",
                NextDue = first,
                Content = (DailyContent)(seed % 3)
            },
            Cancellation);

        var alone = -1;
        var clockErrors = new[] { Duration.Zero, Duration.Zero };
        DailyBot[] instances = [];
        instances = [NewInstance(0), NewInstance(1)];
        var resumed = 0;
        for (var step = 0; channels.Now < Start + Duration.FromDays(Days); step++)
        {
            // Both at the same time, or one that the other interrupts, at a random point.
            alone = random.Next(4) == 0 ? random.Next(2) : -1;
            await Task.WhenAll(
                Enumerable.Range(0, 2).Where(i => alone < 0 ? random.Next(4) > 0 : i == alone).Select(StepAsync));
            alone = -1;
            channels.Now += random.Next(12) switch
            {
                0 => Duration.FromHours(random.Next(1, 9)),
                < 4 => Duration.FromMinutes(random.Next(30, 120)),
                _ => Duration.FromMinutes(random.Next(1, 20)),
            };
            // A clock is set right or wrong.
            if (random.Next(6) == 0)
                clockErrors[random.Next(2)] = random.Next(3) == 0
                    ? Duration.Zero
                    : Duration.FromMinutes(random.Next(-200, 200));
            if (random.Next(3) == 0) await ResumeAsync();
            if (random.Next(12) == 0) await SetAsync();
            if (random.Next(5) == 0)
            {
                var restarted = random.Next(2);
                instances[restarted] = NewInstance(restarted);
            }
        }

        // No more faults: everything unfinished is finished after the leases of the wrong clocks are over.
        channels.IsFaulty = false;
        clockErrors[0] = Duration.Zero;
        await ResumeAsync();
        for (var step = 0; step < 3; step++)
        {
            channels.Now += Duration.FromMinutes(120);
            await StepAsync(0);
        }

        var ledger = await Store.Ledger.ListEntriesAsync(channel, 100, Cancellation);
        Assert.All(ledger, e => Assert.True(
            channels.Count(Mark(e.Day)) == (e.State == LedgerState.Posted ? 1 : 0),
            $"seed {seed}: {e.Day} is {e.State} and appears {channels.Count(Mark(e.Day))} times"));
        Assert.DoesNotContain(ledger, e => e.State == LedgerState.Claimed);
        for (var day = Schedule.GetDay(first, tz); day <= ledger.Max(e => e.Day); day = day.PlusDays(1))
        {
            Assert.True(channels.Count(Mark(day)) <= 1, $"seed {seed}: {day} appears twice");
            Assert.True(passed.Contains(day)
                || ledger.Any(e => e.Day == day), $"seed {seed}: {day} has neither a post nor a note");
        }
        // There is at most one notice for each pause.
        Assert.True(channels.Told <= resumed, $"seed {seed}: {channels.Told} notices for {resumed} pauses");
        await Store.Subscriptions.RemoveAsync(channel, Cancellation);
        return ledger;

        // A restarted instance knows only what is in the database.
        DailyBot NewInstance(int number) =>
            NewBot(new InterleavedStores(number == 0 ? Store : _other, () => BetweenAsync(number)), channels);

        Task BetweenAsync(int number)
        {
            if (alone != number || random.Next(4) > 0) return Task.CompletedTask;
            alone = -1;
            return StepAsync(1 - number);
        }

        Task StepAsync(int number) => SendDueAsync(instances[number], channels.Now + clockErrors[number]);

        // A moderator changes the time.
        async Task SetAsync()
        {
            var lastDays = await Store.Ledger.ListEntriesAsync(channel, 2, Cancellation);
            var at = LocalTime.FromMinutesSinceMidnight(random.Next(24 * 60));
            await Store.Subscriptions.UpdateAsync(
                channel,
                s => s with
                {
                    Time = at,
                    NextDue = Moved(
                        s, Schedule.GetNextDueAfterChange(s, s with { Time = at }, lastDays, channels.Now)),
                },
                Cancellation);
        }

        // Notes the days that the new time skips; it may not skip an overdue one.
        Instant Moved(Subscription before, Instant next)
        {
            if (before.Paused is null && before.NextDue <= channels.Now) return next;
            for (var day = Schedule.GetDay(before.NextDue, tz); day < Schedule.GetDay(next, tz); day = day.PlusDays(1))
                passed.Add(day);
            return next;
        }

        // A moderator fixes the problem and resumes the posts.
        async Task ResumeAsync()
        {
            if (await Store.Subscriptions.UpdateAsync(
                channel, s => s with { Paused = null }, Cancellation) is { Paused: not null })
                resumed++;
        }
    }

    private DailyBot NewBot(DailyStores stores, FaultyChannels channels) =>
        new(stores.Subscriptions, stores.Ledger, Usage, new TestArticles(new NoSettings()), channels);

    private DailyBot NewBot(InterleavedStores stores, FaultyChannels channels) =>
        new(stores, stores, Usage, new TestArticles(new NoSettings()), channels);

    // A kill can end a delivery at any point.
    private static async Task SendDueAsync(DailyBot bot, Instant now)
    {
        await bot.SendDueAsync(new ClockAt(now));
        Assert.All(bot.Failures, e => Assert.IsType<KilledException>(e));
    }

    private sealed record ClockAt(Instant Now) : IClock
    {
        public Instant GetCurrentInstant() => Now;
    }

    private static string Mark(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
