using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Persistence;

/// <summary>
/// How the members of all stores explain faults of the database. The tests of each database cover the single faults.
/// </summary>
public sealed class StoreFaultTests(PostgresServer server) : StoreTests(server)
{
    [Theory]
    [OnBothDatabases]
    public async Task EveryWrite_LockedByOther_ExplainsAndRecovers(Database database)
    {
        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
        await using (var other = await TestDatabase.OpenAsync())
        {
            await ExecuteAsync(other, Lock);
            await AssertFaultsAsync(Writes, "locked");
        }

        foreach (var call in Writes) await call();
    }

    [Theory]
    [OnBothDatabases]
    public async Task EveryMember_TablesMissing_ExplainsAndRecovers(Database database)
    {
        foreach (var call in Writes.Concat(Reads))
        {
            await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
            foreach (var table in new[]
            {
                "subscriptions", "ledger", "communities", "usage", "questions", "curation", "curation_revisions",
                "connection_turns", "connection_limits",
                "votes", "vote_keys", "\"__EFMigrationsHistory\"",
            })
                await ExecuteAsync($"DROP TABLE {table}");
            await AssertFaultsAsync([call], "missing the bot's tables");
            await call();
        }
    }

    // Keeps the bot from writing.
    private static string Lock => TestedDatabase == Database.Sqlite
        ? "BEGIN IMMEDIATE; CREATE TABLE other (id INTEGER)"
        : "BEGIN; LOCK TABLE subscriptions, communities, usage, questions, curation_revisions, vote_keys, votes";

    internal override async Task<ITestDatabase> CreateAsync()
    {
        if (TestedDatabase == Database.Sqlite) return await SqliteTestDatabase.CreateMigratedAsync();
        var connection = await CreateMigratedPostgresAsync();
        connection.Options = "-c lock_timeout=1s";
        return new PostgresTestDatabase(connection);
    }

    private Func<Task>[] Writes =>
    [
        () => Communities.SaveAsync("guild", new ServerSettings(), Cancellation),
        () => Usage.AddAsync([new UsageBatch("guild", [new("a", "e", UsageKind.Answered, 1)], [])], Noon, Cancellation),
        () => Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation),
        () => Store.Subscriptions.UpdateAsync("c", s => s with { SkipsNext = true }, Cancellation),
        () => Usage.DismissAsync("guild", "a", ["Which?"], Cancellation),
        () => Usage.PurgeExpiredAsync(Noon, Noon, Noon, Cancellation),
        () => Communities.DeleteDepartedAsync(new HashSet<string>(), Noon, Lease, Cancellation),
        () => Communities.DeleteAsync("guild", deletesCuration: true, Cancellation),
        () => Curation.TryAddAsync("guild", Change, 0, Cancellation),
        () => Votes.RecordAsync(new Vote("guild", "7", "a", "e", true), Noon, Cancellation),
        () => Votes.PurgeExpiredAsync(Noon, Cancellation),
    ];

    private Func<Task>[] Reads =>
    [
        () => Communities.FindAsync("guild", Cancellation),
        () => Curation.ReadAsync("guild", Cancellation),
        () => Curation.ListRevisionsAsync(Cancellation),
        () => Usage.GetTotalsAsync("guild", Noon, Noon, Cancellation),
        () => Usage.GetDailyCountsAsync("guild", Noon, Noon, Cancellation),
        () => Usage.ListUnansweredAsync("guild", 1, Cancellation),
    ];

    // All at the same time, because each waits for some seconds.
    private static Task AssertFaultsAsync(Func<Task>[] calls, string words) => Task.WhenAll(calls.Select(async call =>
    {
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(call);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }));
}
