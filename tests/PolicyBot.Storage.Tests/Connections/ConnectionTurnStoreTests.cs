using NodaTime;
using PolicyBot.Storage.Connections;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Connections;

/// <summary>Processes take turns. Their time is the database's, so the tests move its rows into the past.</summary>
public sealed class ConnectionTurnStoreTests(PostgresServer server) : StoreTests(server)
{
    // Longer than any test takes.
    private static readonly Duration Interval = Duration.FromHours(1);
    private static readonly Duration Day = Duration.FromHours(24);

    [Theory]
    [OnBothDatabases]
    public async Task TryTake_SameQueue_IsFreeAfterTheInterval(Database database)
    {
        var (one, other) = (NewTurns(), NewTurns());

        Assert.Equal(Duration.Zero, await TakeAsync(one, queue: 0));
        AssertWait(Interval, await TakeAsync(other, queue: 0));
        Assert.Equal(Duration.Zero, await TakeAsync(other, queue: 1));

        await ExecuteAsync("UPDATE connection_turns SET taken_at = taken_at - 3600000 WHERE queue = 0");
        Assert.Equal(Duration.Zero, await TakeAsync(other, queue: 0));
        AssertWait(Interval, await TakeAsync(one, queue: 0));
    }

    [Theory]
    [OnBothDatabases]
    public async Task TryTake_SameQueueAtTheSameTime_IsTakenOnce(Database database)
    {
        var results = await TakeTogetherAsync(_ => 0, remaining: 1000);

        Assert.Equal(Duration.Zero, Assert.Single(results, r => r == Duration.Zero));
    }

    [Theory]
    [OnBothDatabases]
    public async Task TryTake_LastConnectionsAtTheSameTime_AreTakenOnce(Database database)
    {
        var results = await TakeTogetherAsync(i => i, remaining: 3);

        Assert.Equal(3, results.Count(r => r == Duration.Zero));
        Assert.All(results.Where(r => r != Duration.Zero), r => AssertWait(Day, r));
    }

    [Theory]
    [OnBothDatabases]
    public async Task TryTake_ProcessesKnowDifferentNumbers_UseTheLowestUntilTheReset(Database database)
    {
        var turns = NewTurns();
        Assert.Equal(Duration.Zero, await TakeAsync(turns, queue: 0, remaining: 5));
        Assert.Equal(Duration.Zero, await TakeAsync(turns, queue: 1, remaining: 1));
        AssertWait(Day, await TakeAsync(turns, queue: 2, remaining: 5));

        await ExecuteAsync("UPDATE connection_limits SET resets_at = resets_at - 86400000");
        Assert.Equal(Duration.Zero, await TakeAsync(turns, queue: 3, remaining: 2));
        Assert.Equal(Duration.Zero, await TakeAsync(turns, queue: 4, remaining: 9));
        AssertWait(Day, await TakeAsync(turns, queue: 5, remaining: 9));
    }

    // A clock that was in another century for a minute must not keep the bot offline until then.
    [Theory]
    [OnBothDatabases]
    public async Task TryTake_TimesFarInTheFuture_AreReplaced(Database database)
    {
        await ExecuteAsync("INSERT INTO connection_turns (queue, taken_at) VALUES (0, 4102444800000)");
        await ExecuteAsync("INSERT INTO connection_limits (id, remaining, resets_at) VALUES (1, 0, 4102444800000)");
        var turns = NewTurns();

        Assert.Equal(Duration.Zero, await TakeAsync(turns, queue: 0));
        AssertWait(Interval, await TakeAsync(turns, queue: 0));
    }

    private ConnectionTurnStore NewTurns() => new(NewDatabase());

    private async Task<Duration[]> TakeTogetherAsync(Func<int, int> getQueue, int remaining)
    {
        var stores = Enumerable.Range(0, 4).Select(_ => NewTurns()).ToList();
        return await Task.WhenAll(Enumerable.Range(0, 12).Select(
            i => Task.Run(() => TakeAsync(stores[i % stores.Count], getQueue(i), remaining))));
    }

    private static Task<Duration> TakeAsync(ConnectionTurnStore turns, int queue, int remaining = 1000) =>
        turns.TryTakeAsync(queue, Interval, remaining, Day, Cancellation);

    private static void AssertWait(Duration expected, Duration actual) =>
        Assert.InRange(actual, expected - Duration.FromMinutes(10), expected);
}
