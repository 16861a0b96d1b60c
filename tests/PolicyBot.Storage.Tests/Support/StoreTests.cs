using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.Storage.Curation;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;
using PolicyBot.Storage.Servers;
using PolicyBot.Storage.Telemetry;
using PolicyBot.Storage.Usage;
using Xunit.v3;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>
/// Tests of stores, each with its own database of the kind that its first argument names. Tests that run on only one
/// database override <see cref="CreateAsync"/>.
/// </summary>
public abstract class StoreTests(PostgresServer server) : IAsyncLifetime
{
    internal static readonly Instant Noon = Instant.FromUtc(2026, 5, 20, 12, 0);
    internal static readonly LocalDate Today = new(2026, 5, 20);
    internal static readonly Duration Lease = Duration.FromMinutes(5);

    internal static readonly DailyPost Post = new()
    {
        Summary = "The article in a line.",
        PointNumber = 2,
        Point = "A point with “quotes” and ünïcode.",
        PointEvidence = ["First.", "Second."],
        QuoteId = "q1",
        Quote = "Words.",
        Speaker = "A speaker",
        QuestionId = "e1",
        Question = "Which?",
        Source = "The source",
    };

    internal static readonly CurationChange Change = new(
        1,
        "harbour",
        Noon,
        "7",
        "Asked “often”.",
        [new SetChange.AddPhrasing("e1", "Whïch?\nTwo lines"), new SetChange.Retire("e2")]);

    private readonly List<DatabaseExecutor> _databases = [];

    internal ITestDatabase TestDatabase { get; private set; } = null!;

    internal DailyStores Store { get; private set; } = null!;

    internal IServerSettingsStore Communities { get; private set; } = null!;

    internal IUsageStore Usage { get; private set; } = null!;

    internal IVoteStore Votes { get; private set; } = null!;

    internal ICurationStore Curation { get; private set; } = null!;

    /// <summary>The database of the running test.</summary>
    internal static Database TestedDatabase =>
        (TestContext.Current.Test as IXunitTest)?.TestMethodArguments.FirstOrDefault() as Database? ?? Database.Sqlite;

    internal PostgresServer Server => server;

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        TestDatabase = await CreateAsync();
        var database = NewDatabase();
        (Store, Communities, Usage) =
            (new DailyStores(database), new ServerSettingsStore(database), new UsageStore(database));
        (Curation, Votes) = (new CurationStore(database), new VoteStore(database));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _databases.ForEach(d => d.Dispose());
        if (TestDatabase is not null) await TestDatabase.DisposeAsync();
    }

    /// <summary>Creates the test's database.</summary>
    internal virtual async Task<ITestDatabase> CreateAsync() => TestedDatabase == Database.Sqlite
        ? await SqliteTestDatabase.CreateMigratedAsync()
        : new PostgresTestDatabase(await CreateMigratedPostgresAsync());

    /// <summary>Creates a migrated database on the run's server.</summary>
    internal Task<NpgsqlConnectionStringBuilder> CreateMigratedPostgresAsync() =>
        server.CreateMigratedAsync(d => MigrateAsync(new PostgresTestDatabase(d).CreateEngine()));

    /// <summary>Applies the migrations, and closes all connections.</summary>
    internal static async Task MigrateAsync(IDatabaseEngine engine)
    {
        using var executor = CreateExecutor(engine);
        await executor.RunAsync((_, _) => Task.FromResult(0), CancellationToken.None);
    }

    private static DatabaseExecutor CreateExecutor(IDatabaseEngine engine) =>
        new(engine, new StorageMetrics(new TestMeters(), new StorageOptions()), TimeProvider.System);

    internal DailyStores NewStore(IDatabaseEngine? engine = null) => new DailyStores(NewDatabase(engine));

    internal IServerSettingsStore NewCommunities(IDatabaseEngine? engine = null) =>
        new ServerSettingsStore(NewDatabase(engine));

    internal IUsageStore NewUsage(IDatabaseEngine? engine = null) => new UsageStore(NewDatabase(engine));

    internal DatabaseExecutor NewDatabase(IDatabaseEngine? engine = null)
    {
        var database = CreateExecutor(engine ?? TestDatabase.CreateEngine());
        _databases.Add(database);
        return database;
    }

    internal static Subscription Subscription(string channel, Instant? nextDue = null, string community = "guild") =>
        new()
        {
            Channel = channel,
            Server = community,
            Time = new LocalTime(9, 30),
            TimeZone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            SetBy = "moderator",
            NextDue = nextDue ?? Noon,
        };

    /// <summary>Creates an attempt; by default at noon, and with the next post due at noon, too.</summary>
    internal static DeliveryAttempt Attempt(
        Subscription subscription, LocalDate day, Instant? now = null, Instant? nextDue = null, string owner = "a") =>
        new()
        {
            Subscription = subscription,
            Day = day,
            Owner = owner,
            Now = now ?? Noon,
            NextDue = nextDue ?? Noon,
            Lease = Lease,
        };

    /// <summary>
    /// Claims today in a channel, as its ledger is now. Subscribes first if there is no subscription.
    /// </summary>
    internal static async Task<DailyPost?> ClaimAsync(
        DailyStores store, string channel = "c", DailyPost? post = null, string owner = "a", Instant? now = null)
    {
        await SubscribeAsync(store, channel);
        var entries = await store.Ledger.ListEntriesAsync(channel, 1, Cancellation);
        var subscription = (await store.Subscriptions.FindAsync(channel, Cancellation))!;
        var claims = entries is [var entry] ? entry.Attempts : 0;
        return await store.Ledger.ClaimAsync(
            Attempt(subscription, Today, now, owner: owner), claims, post ?? Post, Cancellation);
    }

    /// <summary>Subscribes to a channel if there is no subscription.</summary>
    internal static async Task SubscribeAsync(DailyStores store, string channel = "c")
    {
        if (await store.Subscriptions.FindAsync(channel, Cancellation) is null)
            await store.Subscriptions.SaveAsync(Subscription(channel), Cancellation);
    }

    internal async Task<LedgerEntry> EntryAsync(string channel = "c") =>
        Assert.Single(await Store.Ledger.ListEntriesAsync(channel, 10, Cancellation));

    internal static void AssertSame(DailyPost expected, DailyPost? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.PointEvidence, actual.PointEvidence);
        Assert.Equal(expected, actual with { PointEvidence = expected.PointEvidence });
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = await TestDatabase.OpenAsync();
        await ExecuteAsync(connection, sql);
    }

    internal static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the tests' own SQL.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    internal async Task<string> PlanAsync<T>(StorageContext context, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        return await PlanAsync(context, command);
    }

    internal async Task<string> PlanAsync(StorageContext context, DbCommand command)
    {
        await context.Database.OpenConnectionAsync(Cancellation);
#pragma warning disable CA2100 // Only EF's own SQL.
        command.CommandText = TestDatabase.Explain + command.CommandText;
#pragma warning restore CA2100
        List<string> lines = [];
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
            lines.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return string.Join('\n', lines);
    }

    internal async Task<string> PlanAsync(StorageContext context, FormattableString statement)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Only numbers are inserted.
        command.CommandText = FormattableString.Invariant(statement);
#pragma warning restore CA2100
        return await PlanAsync(context, command);
    }

    /// <summary>Asserts that no table is read as a whole, for the plans of both databases.</summary>
    internal static void AssertByIndex(string plan)
    {
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"SCAN (u|q|l|s|usage|questions|ledger|subscriptions)\b(?! USING)", plan);
    }

    internal async Task<long> CountAsync(string sql)
    {
        await using var connection = await TestDatabase.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the tests' own SQL.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
