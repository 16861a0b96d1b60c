using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Servers;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Servers;

public sealed class ServerSettingsStoreTests(PostgresServer server) : StoreTests(server)
{
    private static readonly Duration Month = Duration.FromDays(30);

    private static readonly ServerSettings Settings = new()
    {
        Article = "harbour",
        MoreArticles = ["bridge", "old pier"],
        ChannelArticles = new Dictionary<string, IReadOnlyList<string>> { ["7"] = ["pier \"ü\""] },
        IsPrivate = true,
        AnswerFrom = 0.1 + 0.2,
        OfferFrom = 1 / 3.0,
        MentionChannels = ["12", "7"],
    };

    [Theory]
    [OnBothDatabases]
    public async Task Find_Saved_ReturnsAllProperties(Database database)
    {
        await Communities.SaveAsync("guild", Settings, Cancellation);

        AssertSame(Settings, await Communities.FindAsync("guild", Cancellation));
        AssertSame(Settings, await NewCommunities().FindAsync("guild", Cancellation));
        Assert.Null(await Communities.FindAsync("other", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Save_Defaults_AreStored(Database database)
    {
        await Communities.SaveAsync("guild", Settings, Cancellation);
        await Communities.SaveAsync("guild", new ServerSettings(), Cancellation);

        AssertSame(new ServerSettings(), await Communities.FindAsync("guild", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Save_ConcurrentStores_KeepEachServer(Database database)
    {
        IServerSettingsStore[] stores = [Communities, NewCommunities()];
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            Task.Run(
                () => stores[i % 2].SaveAsync($"guild{i / 2}", Settings with { Article = $"a{i / 2}" }, Cancellation),
                Cancellation)));

        for (var i = 0; i < 20; i++)
            Assert.Equal($"a{i}", (await Communities.FindAsync($"guild{i}", Cancellation))?.Article);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Delete_OneOfTwoServers_KeepsTheOther(Database database)
    {
        await FillAsync("guild");
        await FillAsync("other");
        var before = await RowsAsync("other");
        Assert.Equal(7, before);
        Assert.Equal(7, await RowsAsync("guild"));
        await Communities.DeleteAsync("guild", deletesCuration: true, Cancellation);

        Assert.Equal(0, await RowsAsync("guild"));
        Assert.Equal(before, await RowsAsync("other"));
        AssertSame(Settings, await Communities.FindAsync("other", Cancellation));
        await Communities.DeleteAsync("guild", deletesCuration: true, Cancellation);
        await Communities.DeleteAsync("unknown", deletesCuration: true, Cancellation);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Delete_OldLedgerRowsWithoutServer_DeletesThemByChannel(Database database)
    {
        await FillAsync("guild");
        await FillAsync("other");
        await ExecuteAsync("UPDATE ledger SET community = NULL");
        await Communities.DeleteAsync("guild", deletesCuration: true, Cancellation);

        Assert.Empty(await Store.Ledger.ListEntriesAsync("guild-channel", 10, Cancellation));
        Assert.Single(await Store.Ledger.ListEntriesAsync("other-channel", 10, Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Delete_DuringOtherWrites_KeepsOtherServers(Database database)
    {
        await FillAsync("guild");
        var (usage, communities) = (NewUsage(), NewCommunities());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(task => Task.Run(
            async () =>
            {
                for (var i = 0; i < 15; i++)
                {
                    switch (task)
                    {
                        case 0 or 1:
                            await (task == 0 ? Communities : communities)
                                .DeleteAsync("guild", deletesCuration: true, Cancellation);
                            break;
                        case 2 or 3:
                            await (task == 2 ? Usage : usage).AddAsync(
                                [Batch("guild"), Batch("other")], Noon, Cancellation);
                            break;
                        case 4:
                            await Store.Subscriptions.SaveAsync(
                                Subscription("guild-channel", community: "guild"), Cancellation);
                            await Store.Subscriptions.UpdateAsync(
                                "guild-channel", s => s with { SkipsNext = true }, Cancellation);
                            await Store.Ledger.MarkSkippedAsync(Attempt(Subscription(
                                "guild-channel"), Today.PlusDays(i)), "Why.", Cancellation);
                            break;
                        default:
                            await usage.DismissAsync("guild", "a", ["Which?", "What?"], Cancellation);
                            await usage.PurgeExpiredAsync(Noon - Month, Noon - Month, Noon - Month, Cancellation);
                            break;
                    }
                }
            },
            Cancellation)));

        Assert.All(
            await Usage.GetTotalsAsync("other", Instant.MinValue, Noon, Cancellation), c => Assert.Equal(30, c.Count));
        await Communities.DeleteAsync("guild", deletesCuration: true, Cancellation);
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM usage WHERE community = 'guild'"));
    }

    [Theory]
    [OnBothDatabases("settings")]
    [OnBothDatabases("subscription")]
    [OnBothDatabases("ledger")]
    [OnBothDatabases("counts")]
    [OnBothDatabases("question")]
    public async Task DeleteDeparted_AnyData_IsDeletedAfterRetention(Database database, string kept)
    {
        await (kept switch
        {
            "settings" => Communities.SaveAsync("guild", Settings, Cancellation),
            "subscription" => Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation),
            "ledger" => LedgerAloneAsync(),
            "counts" => Usage.AddAsync([new UsageBatch("guild", Batch("guild").Counts, [])], Noon, Cancellation),
            _ => Usage.AddAsync([new UsageBatch("guild", [], Batch("guild").Questions)], Noon, Cancellation),
        });

        Assert.Empty(await AgeOutAsync(Noon));
        Assert.Empty(await AgeOutAsync(Noon + Month - Duration.FromMilliseconds(1)));
        Assert.NotEqual(0, await RowsAsync("guild"));
        Assert.Equal(["guild"], await AgeOutAsync(Noon + Month));
        Assert.Equal(0, await RowsAsync("guild"));
        Assert.Empty(await AgeOutAsync(Noon + Month));

        async Task LedgerAloneAsync()
        {
            await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
            await ClaimAsync(Store);
            await Store.Subscriptions.RemoveAsync("c", Cancellation);
        }
    }

    [Theory]
    [OnBothDatabases]
    public async Task DeleteDeparted_ServerRejoined_RestartsRetention(Database database)
    {
        await FillAsync("guild");
        await FillAsync("stays");
        await Usage.AddAsync([Batch("unset")], Noon, Cancellation);
        string[] all = ["guild", "stays", "unset"];
        Assert.Empty(await AgeOutAsync(Noon, all));

        var day = Noon;
        // The bot left for three weeks, came back for one, and left again.
        for (var i = 0; i < 21; i++) Assert.Empty(await AgeOutAsync(day += Duration.FromDays(1), "stays"));
        AssertSame(Settings, await Communities.FindAsync("guild", Cancellation));
        Assert.Null(await Communities.FindAsync("unset", Cancellation));
        for (var i = 0; i < 7; i++) Assert.Empty(await AgeOutAsync(day += Duration.FromDays(1), all));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM communities WHERE left_at IS NOT NULL OR id = 'unset'"));
        for (var i = 0; i < 30; i++) Assert.Empty(await AgeOutAsync(day += Duration.FromDays(1), "stays"));
        Assert.Equal(["guild", "unset"], (await AgeOutAsync(day + Duration.FromDays(1), "stays")).Order());

        Assert.Equal(0, await RowsAsync("guild"));
        Assert.Equal(0, await RowsAsync("unset"));
        Assert.Equal(7, await RowsAsync("stays"));
    }

    [Theory]
    [OnBothDatabases]
    public async Task DeleteDeparted_BeforeRetention_KeepsSettings(Database database)
    {
        await Usage.AddAsync([Batch("guild")], Noon, Cancellation);
        await AgeOutAsync(Noon);
        await Communities.SaveAsync("guild", Settings, Cancellation);

        AssertSame(Settings, await Communities.FindAsync("guild", Cancellation));
        Assert.Equal(["guild"], await AgeOutAsync(Noon + Month));
        Assert.Null(await Communities.FindAsync("guild", Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task DeleteDeparted_FourInstancesAtOnce_DeletesEachOnce(Database database)
    {
        var guilds = Enumerable.Range(0, 20).Select(i => $"guild{i}").ToList();
        await Usage.AddAsync([.. guilds.Select(Batch)], Noon, Cancellation);
        var stores = Enumerable.Range(0, 4).Select(_ => NewCommunities()).ToList();
        await EachAsync(Noon);

        Assert.Equal(guilds.Order(), (await EachAsync(Noon + Month)).SelectMany(e => e).Order());

        Task<IReadOnlyList<string>[]> EachAsync(Instant now) => Task.WhenAll(
            stores.Select(
                s => Task.Run(
                    () => s.DeleteDepartedAsync(new HashSet<string>(), now, Month, Cancellation), Cancellation)));
    }

    [Theory]
    [OnBothDatabases]
    public async Task DeleteDeparted_ManyRows_UsesIndex(Database database)
    {
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        await ExecuteAsync("""
            INSERT INTO usage (community, at, article, entry, kind, count)
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 29999)
            SELECT 'guild' || (i % 10), 1 + i, 'a', 'e', 'answered', 1 FROM n
            """);
        await ExecuteAsync("""
            INSERT INTO questions (community, article, text, kind, count, last_at, dismissed)
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 29999)
            SELECT 'guild' || (i % 10), 'a', 'Which ' || i, 'not_understood', 1, 1, FALSE FROM n
            """);
        await ExecuteAsync("ANALYZE");
        Assert.Empty(await AgeOutAsync(Noon));
        Assert.Equal(10, (await AgeOutAsync(Noon + Month)).Count);

        using var context = TestDatabase.CreateEngine().CreateContext();
        // Counts and questions have the most rows.
        foreach (var query in ServerSettingsQueries.WithData(context).TakeLast(2))
            AssertByIndex(await PlanAsync(context, query));
    }

    [Theory]
    [OnBothDatabases]
    public async Task EveryMember_Canceled_Throws(Database database)
    {
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        var cancelled = new CancellationToken(canceled: true);
        Func<Task>[] calls =
        [
            () => Communities.FindAsync("guild", cancelled),
            () => Communities.SaveAsync("guild", Settings, cancelled),
            () => Communities.DeleteAsync("guild", deletesCuration: true, cancelled),
            () => Communities.DeleteDepartedAsync(new HashSet<string>(), Noon, Month, cancelled),
        ];

        Assert.Equal(typeof(IServerSettingsStore).GetMethods().Length, calls.Length);
        foreach (var call in calls) await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        Assert.Null(await Communities.FindAsync("guild", Cancellation));
    }

    private static UsageBatch Batch(string community) => new(
        community,
        [new("a", "e1", UsageKind.Answered, 1), new("a", "", UsageKind.NotUnderstood, 1)],
        [new("a", "Which?", UsageKind.NotUnderstood, 1, Noon), new("a", "What?", UsageKind.NotHelpful, 1, Noon)]);

    private static void AssertSame(ServerSettings expected, ServerSettings? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected, actual);
    }

    private Task<IReadOnlyList<string>> AgeOutAsync(Instant now, params string[] present) =>
        Communities.DeleteDepartedAsync(present.ToHashSet(), now, Month, Cancellation);

    // Seven rows.
    private async Task FillAsync(string community)
    {
        await Communities.SaveAsync(community, Settings, Cancellation);
        await Store.Subscriptions.SaveAsync(Subscription($"{community}-channel", community: community), Cancellation);
        await Store.Ledger.MarkSkippedAsync(Attempt(Subscription($"{community}-channel"), Today), "Why.", Cancellation);
        await Usage.AddAsync([Batch(community)], Noon, Cancellation);
    }

    private Task<long> RowsAsync(string community) => CountAsync($"""
        SELECT (SELECT count(*) FROM communities WHERE id = '{community}')
            + (SELECT count(*) FROM subscriptions WHERE community = '{community}')
            + (SELECT count(*) FROM ledger WHERE community = '{community}')
            + (SELECT count(*) FROM usage WHERE community = '{community}')
            + (SELECT count(*) FROM questions WHERE community = '{community}')
        """);
}
