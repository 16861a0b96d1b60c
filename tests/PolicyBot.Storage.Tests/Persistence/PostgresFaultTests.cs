using Npgsql;
using PolicyBot.Chat.Storage;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Persistence;

public sealed class PostgresFaultTests(PostgresServer server) : StoreTests(server)
{
    private NpgsqlConnectionStringBuilder _connection = null!;

    internal override async Task<ITestDatabase> CreateAsync()
    {
        _connection = await CreateMigratedPostgresAsync();
        _connection.CommandTimeout = 1;
        _connection.Timeout = 5;
        return new PostgresTestDatabase(_connection);
    }

    [Fact]
    public async Task Save_LockedByOther_ExplainsAndRecovers()
    {
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        await using (var other = await TestDatabase.OpenAsync())
        {
            await ExecuteAsync(other, "BEGIN; LOCK TABLE subscriptions");
            await AssertFaultAsync("locked");
        }

        await PutAsync();
    }

    [Fact]
    public async Task Save_ConnectionsClosed_OpensNewOnes()
    {
        await PutAsync();
        await CutAsync();

        await PutAsync();
    }

    [Fact]
    public async Task Save_ConnectionsNotAllowed_ExplainsAndRecovers()
    {
        await PutAsync();
        await AllowAsync(false);
        await CutAsync();
        await AssertFaultAsync("accepts no connections now");

        await AllowAsync(true);
        await PutAsync();
    }

    [Fact]
    public async Task FirstCall_NoServer_ExplainsAndRecovers()
    {
        var link = Path.Combine(Path.GetTempPath(), $"pb-{Guid.NewGuid():N}");
        _connection.Host = link;
        var store = NewStore(Engine(_connection.ConnectionString));
        await AssertFaultAsync("can't be reached", store);

        Directory.CreateSymbolicLink(link, Server.SocketFolder);
        try
        {
            await store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Fact]
    public async Task FirstCall_PortRefuses_Explains()
    {
        _connection.Host = "127.0.0.1";
        _connection.Port = 1;

        await AssertFaultAsync("127.0.0.1:1 can't be reached", NewStore(Engine(_connection.ConnectionString)));
    }

    [Fact]
    public async Task FirstCall_WrongPassword_Explains()
    {
        _connection.Password = "not-" + PostgresServer.Password;

        await AssertFaultAsync("refuses the user policybot", NewStore(Engine(_connection.ConnectionString)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData($"Host=h;Password=x;{PostgresServer.Password}")]
    [InlineData($"Host=h;Password=x;{PostgresServer.Password}=y")]
    [InlineData($"Host=h;Port={PostgresServer.Password}")]
    [InlineData($"Password={PostgresServer.Password}")]
    public async Task FirstCall_InvalidConnectionString_Explains(string? connectionString) =>
        await AssertFaultAsync("Storage:ConnectionString is invalid", NewStore(Engine(connectionString)));

    [Fact]
    public async Task Save_ReadOnlyDatabase_ExplainsAndRecovers()
    {
        await PutAsync();
        await AlterAsync("SET default_transaction_read_only = on");
        await CutAsync();
        await AssertFaultAsync("read-only");

        await AlterAsync("RESET default_transaction_read_only");
        await PutAsync();
    }

    [Theory]
    [InlineData("53100", "disk")]
    [InlineData("53300", "too many connections")]
    [InlineData("53200", "out of resources")]
    [InlineData("58030", "out of resources")]
    [InlineData("40P01", "locked by other programs")]
    [InlineData("42501", "doesn't let policybot")]
    public async Task Save_ServerFault_ExplainsAndRecovers(string state, string words)
    {
        await PutAsync();
        await ExecuteAsync($"""
            CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{state}'; END $$;
            CREATE TRIGGER fault BEFORE INSERT ON subscriptions FOR EACH ROW EXECUTE FUNCTION fault()
            """);
        await AssertFaultAsync(words);

        await ExecuteAsync("DROP TRIGGER fault ON subscriptions");
        await PutAsync();
    }

    [Fact]
    public async Task Save_TablesMissing_ExplainsThenMigrates()
    {
        await PutAsync();
        await ExecuteAsync(
            """
            DROP TABLE subscriptions, ledger, communities, usage, questions, curation, curation_revisions, votes,
                connection_turns, connection_limits,
                vote_keys, "__EFMigrationsHistory"
            """);
        await AssertFaultAsync("missing the bot's tables");

        await PutAsync();
    }

    [Fact]
    public async Task FirstCall_NoDatabaseForFourInstances_CreatesIt()
    {
        _connection.Database += "_new";
        // Three wait for the first one's migration.
        _connection.CommandTimeout = _connection.Timeout = 60;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            Task.Run(
                () => NewStore(Engine(_connection.ConnectionString)).Subscriptions.SaveAsync(
                    Subscription($"c{i}"), Cancellation), Cancellation)));
    }

    [Fact]
    public async Task Save_CanceledWhileWaiting_Throws()
    {
        await PutAsync();
        await using var other = await TestDatabase.OpenAsync();
        await ExecuteAsync(other, "BEGIN; LOCK TABLE subscriptions");
        using var cancellation = new CancellationTokenSource();
        _connection.CommandTimeout = 60;
        var store = NewStore(Engine(_connection.ConnectionString));
        // Only subscriptions are locked, so that the store is ready before it waits.
        await store.Ledger.ListEntriesAsync("c", 1, Cancellation);
        var put = store.Subscriptions.SaveAsync(Subscription("c"), cancellation.Token);
        await WaitForLockedStatementAsync();
        Assert.False(put.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => put.WaitAsync(TestGuard.Timeout, Cancellation));
    }

    private static PostgresEngine Engine(string? connectionString) =>
        new(new StorageOptions { Provider = StorageProvider.PostgreSql, ConnectionString = connectionString });

    private Task PutAsync() => Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);

    private Task CutAsync() => PostgresServer.ExecuteAsync(
        Server.Connection("postgres"),
        $"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{_connection.Database}'");

    // Waits until a statement waits for a lock.
    private async Task WaitForLockedStatementAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TestGuard.Timeout);
        await using var connection = await TestDatabase.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while ((long)(await command.ExecuteScalarAsync(limit.Token))! == 0)
        {
        }
    }

    private Task AllowAsync(bool allow) => AlterAsync($"WITH ALLOW_CONNECTIONS {allow}");

    private Task AlterAsync(string change) =>
        PostgresServer.ExecuteAsync(Server.Connection("postgres"), $"ALTER DATABASE {_connection.Database} {change}");

    private async Task AssertFaultAsync(string words, DailyStores? store = null)
    {
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => (store ?? Store).Subscriptions.SaveAsync(Subscription("c"), Cancellation));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        // The log shows the whole exception.
        Assert.DoesNotContain(PostgresServer.Password, fault.ToString(), StringComparison.Ordinal);
    }
}
