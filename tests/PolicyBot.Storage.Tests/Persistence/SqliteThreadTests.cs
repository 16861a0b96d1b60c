using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Persistence;

/// <summary>SQLite blocks the threads that wait for a lock; the bot's other threads continue.</summary>
public sealed class SqliteThreadTests(PostgresServer server) : StoreTests(server)
{
    private readonly OpenConnections _connections = new();

    [Fact]
    public async Task Save_TwentyWhileLocked_FourThreadsWait()
    {
        var store = NewStore(new SqliteEngine(TestDatabase.Options, _connections));
        await store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        await using var other = await TestDatabase.OpenAsync();
        await ExecuteAsync(other, "BEGIN EXCLUSIVE");
        var puts = Enumerable.Range(0, 20)
            .Select(i => store.Subscriptions.SaveAsync(Subscription($"c{i}"), Cancellation))
            .ToList();
        await _connections.IsBusy.WaitAsync(TestGuard.Timeout, Cancellation);
        // None has finished or failed.
        Assert.All(puts, p => Assert.False(p.IsCompleted));
        await ExecuteAsync(other, "COMMIT");
        await Task.WhenAll(puts).WaitAsync(TestGuard.Timeout, Cancellation);

        Assert.Equal(20, (await store.Subscriptions.ListAsync("guild", Cancellation)).Count);
        Assert.Equal((4, 0), (_connections.Most, _connections.ByThePool));
    }

    [Fact]
    public async Task FirstCall_TwentyWhileLocked_FourThreadsWait()
    {
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        await using var other = await TestDatabase.OpenAsync();
        await ExecuteAsync(other, "BEGIN EXCLUSIVE");
        var store = NewStore(new SqliteEngine(TestDatabase.Options, _connections));
        var puts = Enumerable.Range(0, 20)
            .Select(i => store.Subscriptions.SaveAsync(Subscription($"c{i}"), Cancellation))
            .ToList();
        await _connections.IsBusy.WaitAsync(TestGuard.Timeout, Cancellation);
        await ExecuteAsync(other, "COMMIT");
        await Task.WhenAll(puts).WaitAsync(TestGuard.Timeout, Cancellation);

        Assert.Equal(4, _connections.Most);
    }

    [Fact]
    public async Task Save_CanceledWhileOthersWait_ThrowsAtOnce()
    {
        var store = NewStore(new SqliteEngine(TestDatabase.Options, _connections));
        await store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        await using var other = await TestDatabase.OpenAsync();
        await ExecuteAsync(other, "BEGIN EXCLUSIVE");
        var puts = Enumerable.Range(0, 4)
            .Select(i => store.Subscriptions.SaveAsync(Subscription($"c{i}"), Cancellation))
            .ToList();
        using var cancellation = new CancellationTokenSource();
        var fifth = store.Subscriptions.SaveAsync(Subscription("c4"), cancellation.Token);
        await _connections.IsBusy.WaitAsync(TestGuard.Timeout, Cancellation);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fifth);
        Assert.All(puts, p => Assert.False(p.IsCompleted));
        await ExecuteAsync(other, "COMMIT");
        await Task.WhenAll(puts).WaitAsync(TestGuard.Timeout, Cancellation);
        Assert.Null(await store.Subscriptions.FindAsync("c4", Cancellation));
    }
}
