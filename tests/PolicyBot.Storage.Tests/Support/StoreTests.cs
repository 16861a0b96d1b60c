using System.Data.Common;
using NodaTime;
using PolicyBot.Chat.Daily;
using PolicyBot.Storage.Daily;
using PolicyBot.Storage.Databases;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>A test with a database of its own and a store on it.</summary>
public abstract class StoreTests : IAsyncLifetime
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

    private readonly List<Database> databases = [];

    internal ITestDatabase TestDatabase { get; private set; } = null!;

    internal IDailyStore Store { get; private set; } = null!;

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        TestDatabase = await CreateAsync();
        Store = NewStore();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        databases.ForEach(d => d.Dispose());
        if (TestDatabase is not null) await TestDatabase.DisposeAsync();
    }

    internal abstract Task<ITestDatabase> CreateAsync();

    internal IDailyStore NewStore(IDatabaseEngine? engine = null)
    {
        var database = new Database(engine ?? TestDatabase.CreateEngine(), TimeProvider.System);
        databases.Add(database);
        return new DailyStore(database);
    }

    internal static Subscription Subscription(string channel, Instant? nextDue = null, string community = "guild") => new()
    {
        Channel = channel,
        Community = community,
        Time = new LocalTime(9, 30),
        Zone = "Europe/Berlin",
        SetBy = "moderator",
        NextDue = nextDue ?? Noon,
    };

    internal static Task<Claim?> ClaimAsync(IDailyStore store, string channel = "c", DailyPost? post = null, string owner = "a", Instant? now = null) =>
        store.ClaimAsync(channel, Today, post ?? Post, owner, now ?? Noon, Lease, Cancellation);

    internal async Task<LedgerEntry> EntryAsync(string channel = "c") => Assert.Single(await Store.LedgerAsync(channel, 10, Cancellation));

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
#pragma warning disable CA2100 // The tests' own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
