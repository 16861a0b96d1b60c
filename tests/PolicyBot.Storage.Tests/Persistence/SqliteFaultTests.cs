using Microsoft.Data.Sqlite;
using PolicyBot.Chat.Storage;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Persistence;

public sealed class SqliteFaultTests(PostgresServer server) : StoreTests(server)
{
    private SqliteTestDatabase _database = null!;

    internal override Task<ITestDatabase> CreateAsync() =>
        Task.FromResult<ITestDatabase>(_database = SqliteTestDatabase.CreateEmpty());

    [Fact]
    public async Task Save_LockedByOther_ExplainsAndRecovers()
    {
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        await using (var other = await _database.OpenAsync())
        {
            await ExecuteAsync(other, "BEGIN IMMEDIATE");
            await AssertFaultAsync("locked by another program");
            Assert.Null(await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation));
        }

        await PutAsync();
    }

    [Fact]
    public async Task Save_FileDeletedInUse_ExplainsAndCreatesNewDatabase()
    {
        await PutAsync();
        foreach (var file in Directory.GetFiles(_database.Options.DataFolder!)) File.Delete(file);

        await AssertFaultAsync("was deleted, so the bot creates an empty one");
        await PutAsync();

        Assert.Single(await NewStore().Subscriptions.ListDueAsync(Noon, 10, Cancellation));
        Assert.True(File.Exists(_database.File));
    }

    [Fact]
    public async Task Save_LockedBriefly_Waits()
    {
        var insert = new StatementSignal("INSERT INTO subscriptions");
        var store = NewStore(new SqliteEngine(_database.Options, insert));
        await store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        await using var other = await _database.OpenAsync();
        await ExecuteAsync(other, "BEGIN IMMEDIATE");
        var put = store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
        await insert.Running.WaitAsync(TestGuard.Timeout, Cancellation);
        Assert.False(put.IsCompleted);
        await ExecuteAsync(other, "COMMIT");
        await put.WaitAsync(TestGuard.Timeout, Cancellation);

        Assert.NotNull(await store.Subscriptions.FindAsync("c", Cancellation));
    }

    [Fact]
    public async Task Save_ReadOnlyFile_ExplainsAndRecovers()
    {
        if (OperatingSystem.IsWindows()) return;
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        SqliteConnection.ClearAllPools();
        var other = NewStore();
        foreach (var file in Directory.GetFiles(_database.Options.DataFolder!))
            File.SetUnixFileMode(file, (UnixFileMode)0b100_100_100);
        File.SetUnixFileMode(_database.Options.DataFolder!, (UnixFileMode)0b101_101_101);
        File.SetUnixFileMode(Path.GetDirectoryName(_database.Options.DataFolder!)!, (UnixFileMode)0b111_101_101);
        await WithoutPrivileges.RunAsync(() => AssertFaultAsync("let the bot write to", other));

        File.SetUnixFileMode(_database.Options.DataFolder!, (UnixFileMode)0b111_111_111);
        foreach (var file in Directory.GetFiles(_database.Options.DataFolder!))
            File.SetUnixFileMode(file, (UnixFileMode)0b110_110_110);
        await WithoutPrivileges.RunAsync(() => other.Subscriptions.SaveAsync(Subscription("c"), Cancellation));
    }

    [Fact]
    public async Task Save_ReadOnlyConnection_ExplainsAndRecovers()
    {
        var limit = new PragmaOnOpen();
        var store = NewStore(new SqliteEngine(_database.Options, limit));
        await store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        limit.Pragma = "query_only = 1";
        await AssertFaultAsync("read-only", store);

        limit.Pragma = null;
        await store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
    }

    [Fact]
    public async Task FirstCall_FolderNotWritable_ExplainsAndRecovers()
    {
        if (OperatingSystem.IsWindows()) return;
        var parent = Path.GetDirectoryName(_database.Options.DataFolder!)!;
        File.SetUnixFileMode(parent, (UnixFileMode)0b101_101_101);
        await WithoutPrivileges.RunAsync(() => AssertFaultAsync("Storage:DataFolder"));

        File.SetUnixFileMode(parent, (UnixFileMode)0b111_111_111);
        await WithoutPrivileges.RunAsync(() => Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation));
    }

    // Not even root can write there.
    [Fact]
    public async Task EveryCall_FolderGoneAndUnwritable_SaysSoAndRecovers()
    {
        await PutAsync();
        SqliteConnection.ClearAllPools();
        var folder = _database.Options.DataFolder!;
        Directory.Delete(folder, recursive: true);
        await File.WriteAllTextAsync(folder, "", Cancellation);
        await AssertFaultAsync($"can't be created, because {folder} is a file");
        await AssertFaultAsync($"can't be created, because {folder} is a file");

        File.Delete(folder);
        await PutAsync();
    }

    [Fact]
    public async Task FirstCall_FolderIsReadOnly_ExplainsAndRecovers()
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Directory.CreateDirectory(_database.Options.DataFolder!).FullName;
        File.SetUnixFileMode(Path.GetDirectoryName(folder)!, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(folder, (UnixFileMode)0b101_101_101);
        await WithoutPrivileges.RunAsync(() => AssertFaultAsync("can't be written to"));
        await WithoutPrivileges.RunAsync(() => AssertFaultAsync("can't be written to"));

        File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        await WithoutPrivileges.RunAsync(() => Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation));
    }

    [Fact]
    public async Task FirstCall_FolderIsFile_ExplainsAndRecovers()
    {
        await File.WriteAllTextAsync(_database.Options.DataFolder!, "", Cancellation);
        await AssertFaultAsync("Storage:DataFolder");

        File.Delete(_database.Options.DataFolder!);
        await PutAsync();
    }

    [Fact]
    public async Task FirstCall_NoDatabase_ExplainsAndRecovers()
    {
        Directory.CreateDirectory(_database.Options.DataFolder!);
        await File.WriteAllTextAsync(_database.File, new string('x', 5000), Cancellation);
        await AssertFaultAsync("damaged or not a database");

        File.Delete(_database.File);
        await PutAsync();
    }

    [Fact]
    public async Task Claim_DiskFull_ExplainsAndRecovers()
    {
        var limit = new PragmaOnOpen();
        var store = NewStore(new SqliteEngine(_database.Options, limit));
        await store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        limit.Pragma = "max_page_count = 1";
        var large = Post with { Quote = new string('x', 100_000) };
        AssertLine(
            "disk is full", await Assert.ThrowsAsync<StoreUnavailableException>(() => ClaimAsync(store, post: large)));
        Assert.Empty(await store.Ledger.ListEntriesAsync("c", 1, Cancellation));

        // A pooled connection keeps its limit until it gets another.
        limit.Pragma = "max_page_count = 1000000";
        Assert.NotNull(await ClaimAsync(store, post: large));
    }

    [Fact]
    public async Task Save_FileDeletedWhileIdle_CreatesNewDatabase()
    {
        await PutAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_database.Options.DataFolder!)) File.Delete(file);
        await AssertFaultAsync("was deleted");

        await PutAsync();
    }

    [Fact]
    public async Task FirstCall_LockOfKilledInstance_IsTakenOver()
    {
        Directory.CreateDirectory(_database.Options.DataFolder!);
        await ExecuteAsync("""
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-02 03:04:05.1234567+00:00');
            """);

        await PutAsync().WaitAsync(TestGuard.Timeout, Cancellation);
    }

    [Fact]
    public async Task FirstCall_NewDatabase_EnablesWal()
    {
        await PutAsync();
        await using var connection = await _database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";

        Assert.Equal("wal", await command.ExecuteScalarAsync(Cancellation));
    }

    private Task PutAsync() => Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);

    private async Task AssertFaultAsync(string words, DailyStores? store = null) =>
        AssertLine(
            words,
            await Assert.ThrowsAsync<StoreUnavailableException>(
                () => (store ?? Store).Subscriptions.SaveAsync(Subscription("c"), Cancellation)));

    private void AssertLine(string words, StoreUnavailableException fault)
    {
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Contains(_database.Options.DataFolder!, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }
}
