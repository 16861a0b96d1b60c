using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Tests.DailyPosts;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Persistence;

public sealed class MigrationTests(PostgresServer server) : StoreTests(server)
{
    internal override async Task<ITestDatabase> CreateAsync() => TestedDatabase == Database.Sqlite
        ? SqliteTestDatabase.CreateEmpty()
        : new PostgresTestDatabase(await Server.CreateEmptyAsync());

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    [Theory]
    [OnBothDatabases]
    public void Model_Migrations_AreUpToDate(Database database)
    {
        using var context = TestDatabase.CreateEngine().CreateContext();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.NotEmpty(context.Database.GetMigrations());
    }

    [Theory]
    [OnBothDatabases]
    public async Task FirstCall_EmptyDatabase_Migrates(Database database)
    {
        Assert.Null(await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation));

        using var context = TestDatabase.CreateEngine().CreateContext();
        Assert.Equal(context.Database.GetMigrations(), await context.Database.GetAppliedMigrationsAsync(Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task FirstCall_EightInstancesAtOnce_AllSucceed(Database database)
    {
        var stores = Enumerable.Range(0, 8).Select(_ => NewStore()).ToList();
        await Task.WhenAll(
            stores.Select((s, i) => Task.Run(() => s.Subscriptions.SaveAsync(Subscription($"c{i}"), Cancellation))))
                .WaitAsync(Guard, Cancellation);

        Assert.Equal(8, (await Store.Subscriptions.ListAsync("guild", Cancellation)).Count);
    }

    [Theory]
    [OnBothDatabases]
    public async Task FirstCall_RowsOfTheFirstMigration_AreKept(Database database)
    {
        var engine = TestDatabase.CreateEngine();
        using (var context = engine.CreateContext())
        {
            if (TestDatabase.Options.DataFolder is { } folder) Directory.CreateDirectory(folder);
            await context.GetService<IMigrator>().MigrateAsync(context.Database.GetMigrations().First(), Cancellation);
        }
        await ExecuteAsync("""
            INSERT INTO subscriptions (channel, community, "time", zone, content, set_by, next_due, paused, skips_next)
            VALUES ('c', 'guild', '09:30', 'Europe/Berlin', 'full', 'moderator', 1779278400000, NULL, FALSE);
            INSERT INTO ledger (channel, day, state, post, message, attempts, owner, lease_until, note, at)
            VALUES ('c', '2026-05-20', 'posted', '{"quote":"Words.","source":"s"}', 'm', 1,
                    NULL, NULL, NULL, 1779278400000),
                ('c', '2026-05-21', 'claimed', '{"quote":"Words.","source":"s"}', NULL, 2, 'o',
                    1779364860000, NULL, 1779364800000),
                ('removed', '2026-05-20', 'dropped', NULL, NULL, 0, NULL, NULL, 'Why.', 1779278400000);
            """);

        Assert.Equal(Subscription("c"), await Store.Subscriptions.FindAsync("c", Cancellation));
        var entries = await Store.Ledger.ListEntriesAsync("c", 10, Cancellation);
        Assert.Equal(
            (Today.PlusDays(1), LedgerState.Claimed, 2, Noon + Duration.FromDays(1)),
            (entries[0].Day, entries[0].State, entries[0].Attempts, entries[0].At));
        var entry = entries[1];
        Assert.Equal((Today, LedgerState.Posted, "m", Noon), (entry.Day, entry.State, entry.MessageId, entry.At));
        AssertSame(new DailyPost { Quote = "Words.", Source = "s" }, entry.Post);
        Assert.Equal("Why.", (await EntryAsync("removed")).Note);
        using var upgraded = engine.CreateContext();
        Assert.Equal(
            ["guild", "guild", null],
            await upgraded.Ledger.OrderBy(l => l.Channel).ThenBy(l => l.Day).Select(l => l.Server)
                .ToListAsync(Cancellation));

        // Older posts are deleted with their server, too, although their subscription was removed.
        await Store.Subscriptions.RemoveAsync("c", Cancellation);
        await Communities.DeleteAsync("guild", deletesCuration: true, Cancellation);
        Assert.Empty(await Store.Ledger.ListEntriesAsync("c", 10, Cancellation));
        Assert.Equal("Why.", (await EntryAsync("removed")).Note);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Bot_OnADatabaseOfTheFirstMigration_ServesFromItAndLosesNothing(Database database)
    {
        using (var context = TestDatabase.CreateEngine().CreateContext())
        {
            if (TestDatabase.Options.DataFolder is { } folder) Directory.CreateDirectory(folder);
            await context.GetService<IMigrator>().MigrateAsync(context.Database.GetMigrations().First(), Cancellation);
        }

        await ExecuteAsync("""
            INSERT INTO subscriptions (channel, community, "time", zone, content, set_by, next_due, paused, skips_next)
            VALUES ('c', 'guild', '09:30', 'Europe/Berlin', 'full', 'moderator', 1779278400000, NULL, FALSE);
            INSERT INTO ledger (channel, day, state, post, message, attempts, owner, lease_until, note, at)
            VALUES ('c', '2026-05-19', 'posted', '{"quote":"Words.","source":"s"}', 'm', 1,
                    NULL, NULL, NULL, 1779192000000)
            """);
        var channels = new FaultyChannels(new Random(1), faults: 0) { Now = Noon };
        var bot = new DailyBot(Store.Subscriptions, Store.Ledger, Usage, new TestArticles(Communities), channels);

        await bot.SendDueAsync(channels);
        await bot.SendDueAsync(channels);
        await Communities.SaveAsync("guild", new ServerSettings { Article = "a" }, Cancellation);
        Assert.True(await Curation.TryAddAsync("guild", Change, 0, Cancellation));
        Assert.True((await Votes.RecordAsync(new Vote("guild", "u", "a", "e", true), Noon, Cancellation)).IsCounted);

        Assert.Empty(bot.Failures);
        Assert.Equal(1, channels.Count(DailyPostReply.FormatMark(Today)));
        Assert.Equal(
            [(Today, LedgerState.Posted), (Today.PlusDays(-1), LedgerState.Posted)],
            (await Store.Ledger.ListEntriesAsync("c", 10, Cancellation)).Select(e => (e.Day, e.State)));
        Assert.True(Noon < (await Store.Subscriptions.FindAsync("c", Cancellation))!.NextDue);
        Assert.Equal("a", (await Communities.FindAsync("guild", Cancellation))?.Article);
    }

    [Theory]
    [OnBothDatabases]
    public async Task FirstCall_QuestionsOfAnEarlierMigration_AreKeptWithTheirLastTimeAsTheFirst(Database database)
    {
        var engine = TestDatabase.CreateEngine();
        using (var context = engine.CreateContext())
        {
            if (TestDatabase.Options.DataFolder is { } folder) Directory.CreateDirectory(folder);
            var curation = context.Database.GetMigrations()
                .Single(m => m.EndsWith("_Curation", StringComparison.Ordinal));
            await context.GetService<IMigrator>().MigrateAsync(curation, Cancellation);
        }

        await ExecuteAsync("""
            INSERT INTO questions (community, article, text, kind, count, last_at, dismissed)
            VALUES ('guild', 'a', 'Which?', 'not_understood', 2, 1779278400000, FALSE)
            """);

        Assert.Equal(
            [new UnansweredQuestion("a", "Which?", UsageKind.NotUnderstood, 2, Noon)],
            await Usage.ListUnansweredAsync("guild", 10, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task AddStorage_Registered_ProvidesStores(Database database)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddStorage(TestDatabase.Options)
            .BuildServiceProvider();
        var subscriptions = services.GetRequiredService<ISubscriptionStore>();
        // Nothing is touched before the first call.
        Assert.False(Directory.Exists(TestDatabase.Options.DataFolder));

        await subscriptions.SaveAsync(Subscription("c", Noon + Duration.FromMilliseconds(7)), Cancellation);
        Assert.Equal(
            Noon + Duration.FromMilliseconds(7), await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation));
        await services.GetRequiredService<IServerSettingsStore>()
            .SaveAsync("guild", new ServerSettings { Article = "a" }, Cancellation);
        Assert.Equal("a", (await Communities.FindAsync("guild", Cancellation))?.Article);
        Assert.Empty(await services.GetRequiredService<IUsageStore>().ListUnansweredAsync("guild", 1, Cancellation));
    }
}
