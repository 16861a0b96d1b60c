using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Storage.Backup;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Backup;

public sealed class BackupTests(PostgresServer server) : StoreTests(server)
{

    internal override Task<ITestDatabase> CreateAsync() => CreateAsync(TestedDatabase);

    [Theory]
    [OnBothDatabases(Database.Sqlite)]
    [OnBothDatabases(Database.PostgreSql)]
    public async Task Restore_OnAnyDatabase_HasEveryRow(Database database, Database target)
    {
        var source = new BackupDatabase(TestDatabase);
        await source.FillAsync(GetLastSchema());
        var file = await source.WriteAsync();
        var copy = new BackupDatabase(await CreateAsync(target));

        var result = Assert.IsType<BackupResult.Done>(await copy.RestoreAsync(file));

        var rows = await source.DumpAsync();
        Assert.Equal(rows, await copy.DumpAsync());
        Assert.Equal(rows.Count, result.Tables + result.Rows);
        Assert.Equal(2 * result.Tables, result.Rows);
    }

    [Theory]
    [OnBothDatabases(Database.Sqlite)]
    [OnBothDatabases(Database.PostgreSql)]
    public async Task Restore_OnAnyDatabase_IsServedByTheStores(Database database, Database target)
    {
        await ClaimAsync(Store);
        await Communities.SaveAsync("guild", new ServerSettings { Article = "a", AnswerFrom = 0.75 }, Cancellation);
        Assert.True(await Curation.TryAddAsync("guild", Change, 0, Cancellation));
        var file = await new BackupDatabase(TestDatabase).WriteAsync();
        var other = await CreateAsync(target);

        Assert.IsType<BackupResult.Done>(await new BackupDatabase(other).RestoreAsync(file));

        var store = NewStore(other.CreateEngine());
        Assert.Equal(Subscription("c"), await store.Subscriptions.FindAsync("c", Cancellation));
        AssertSame(Post, Assert.Single(await store.Ledger.ListEntriesAsync("c", 10, Cancellation)).Post);
        var settings = await NewCommunities(other.CreateEngine()).FindAsync("guild", Cancellation);
        Assert.Equal(("a", 0.75, true), (settings?.Article, settings?.AnswerFrom, settings?.Curation is not null));
    }

    // As the database of that version would be after an update.
    [Theory]
    [OnBothDatabases(Database.Sqlite)]
    [OnBothDatabases(Database.PostgreSql)]
    public async Task Restore_OfEveryEarlierSchema_IsTheUpgradedDatabase(Database database, Database target)
    {
        foreach (var schema in GetSchemas())
        {
            var old = await CreateAsync(database);
            var source = new BackupDatabase(old);
            await source.FillAsync(schema);
            var file = await source.WriteAsync();
            Assert.Contains($"\"schema\":\"{schema}\"", BackupDatabase.Decompress(file)[0], StringComparison.Ordinal);
            var copy = new BackupDatabase(await CreateAsync(target));

            Assert.IsType<BackupResult.Done>(await copy.RestoreAsync(file));

            await MigrateAsync(old.CreateEngine());
            Assert.Equal(await source.DumpAsync(), await copy.DumpAsync());
        }
    }

    [Theory]
    [OnBothDatabases]
    public async Task Backup_OfAnEarlierSchema_DoesNotUpdateTheDatabase(Database database)
    {
        var source = new BackupDatabase(TestDatabase);
        await source.FillAsync(GetSchemas()[0]);

        await source.WriteAsync();

        using var context = TestDatabase.CreateEngine().CreateContext();
        Assert.Single(await context.Database.GetAppliedMigrationsAsync(Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Backup_WhileABotWrites_IsOneMoment(Database database)
    {
        // Enough to be written before the later tables are read.
        await Communities.SaveAsync(
            "guild", new ServerSettings { Article = Convert.ToHexString(RandomNumberGenerator.GetBytes(200_000)) },
            Cancellation);
        using var file = new SlowFile(() => ClaimAsync(Store));

        Assert.IsType<BackupResult.Done>(await new DatabaseBackup(TestDatabase.Options).BackupAsync(
            file, "1.2.3", BackupDatabase.Now, Cancellation));

        Assert.Equal(LedgerState.Claimed, (await EntryAsync()).State);
        Assert.True(file.IsWritten);
        Assert.DoesNotContain(
            BackupDatabase.Decompress(file.ToArray()), l => l.StartsWith("[\"c\"", StringComparison.Ordinal)
                || l.Contains("Europe/Berlin", StringComparison.Ordinal));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Restore_WhileABotRuns_IsRefused(Database database)
    {
        var file = await CreateFileAsync();
        var bot = NewDatabase();
        await new PolicyBot.Storage.DailyPosts.SubscriptionStore(bot).GetNextDueAsync(Noon, Cancellation);

        await AssertRefusedAsync("A bot or another command is using the database", file, replaces: true);

        bot.Dispose();
        Assert.IsType<BackupResult.Done>(await new BackupDatabase(TestDatabase).RestoreAsync(file));
    }

    // Its connections were closed, by the server or a firewall.
    [Theory]
    [OnBothDatabases]
    public async Task Restore_WhileABotRunsThatReconnected_IsRefused(Database database)
    {
        var file = await CreateFileAsync();
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);
        if (TestedDatabase == Database.PostgreSql)
            await ExecuteAsync("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                """);
        await Store.Subscriptions.GetNextDueAsync(Noon, Cancellation);

        await AssertRefusedAsync("A bot or another command is using the database", file);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Call_DuringARestore_SaysSoAndRecovers(Database database)
    {
        using (await TestDatabase.CreateEngine().TryLockAsync(isExclusive: true, Cancellation))
        {
            var fault = await Assert.ThrowsAsync<StoreUnavailableException>(
                () => Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation));
            Assert.Contains("being restored", fault.Message, StringComparison.Ordinal);
        }

        await Store.Subscriptions.SaveAsync(Subscription("c"), Cancellation);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Restore_DatabaseWithRows_IsRefusedUnlessItReplacesThem(Database database)
    {
        var file = await CreateFileAsync();
        var target = new BackupDatabase(TestDatabase);
        await target.FillAsync(GetLastSchema(), rows: 3);
        var before = await target.DumpAsync();

        await AssertRefusedAsync("isn't empty; add --force", file);
        Assert.Equal(before, await target.DumpAsync());

        Assert.IsType<BackupResult.Done>(await target.RestoreAsync(file, replaces: true));
        Assert.Equal(BackupDatabase.Decompress(file)[1..^1], await target.DumpAsync());
    }

    // An older program can't know what a later one added.
    [Theory]
    [OnBothDatabases]
    public async Task Restore_DatabaseOfALaterVersion_IsRefused(Database database)
    {
        var file = await CreateFileAsync();
        var target = new BackupDatabase(TestDatabase);
        await target.FillAsync(GetLastSchema());
        await ExecuteAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('30000101000000_Later', '99.0')""");

        await AssertRefusedAsync("The database is from a later version of PolicyBot", file, replaces: true);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Restore_RowsThatTheDatabaseRefuses_ChangesNothing(Database database)
    {
        var target = new BackupDatabase(TestDatabase);
        await target.FillAsync(GetLastSchema());
        var before = await target.DumpAsync();
        var lines = BackupDatabase.Decompress(await target.WriteAsync())[..^1].ToList();
        var table = lines.FindIndex(l => l.Contains("\"table\":\"votes\"", StringComparison.Ordinal));
        lines.Insert(table + 1, lines[table + 1]);

        await AssertRefusedAsync("The database rejected row", BackupDatabase.Compress(Seal(lines)), replaces: true);
        Assert.Equal(before, await target.DumpAsync());
    }

    [Fact]
    public async Task Backup_NoDatabase_IsRefused()
    {
        using var file = new MemoryStream();
        var result = await new DatabaseBackup(TestDatabase.Options).BackupAsync(
            file, "1.2.3", BackupDatabase.Now, Cancellation);

        Assert.Contains(
            "There is no database", Assert.IsType<BackupResult.Refused>(result).Problem, StringComparison.Ordinal);
        Assert.False(Directory.Exists(TestDatabase.Options.DataFolder));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Backup_DiskFull_BlamesTheFile(Database database)
    {
        await new BackupDatabase(TestDatabase).FillAsync(GetLastSchema());
        using var file = new SlowFile(() => throw new IOException("No space left on device.")) { Start = 0 };

        var result = await new DatabaseBackup(TestDatabase.Options).BackupAsync(
            file, "1.2.3", BackupDatabase.Now, Cancellation);

        Assert.StartsWith(
            "The file can't be written: No space left on device;",
            Assert.IsType<BackupResult.Refused>(result).Problem,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_FileOfAnotherKind_IsRefused()
    {
        foreach (var file in new[] { [], "no backup"u8.ToArray(), BackupDatabase.Compress(["{\"format\":\"other\"}"]) })
            await AssertRefusedAsync("isn't a PolicyBot backup", file);
        Assert.False(Directory.Exists(TestDatabase.Options.DataFolder));
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2", "has format 2, and this version of PolicyBot reads only format 1")]
    [InlineData("\"schema\":\"", "\"schema\":\"Later", "is from a later version of PolicyBot, 1.2.3")]
    public async Task Restore_FileOfALaterVersion_IsRefused(string former, string now, string problem)
    {
        var lines = BackupDatabase.Decompress(await CreateFileAsync());
        lines[0] = lines[0].Replace(former, now, StringComparison.Ordinal);

        await AssertRefusedAsync(problem, BackupDatabase.Compress(Seal(lines[..^1])));
    }

    [Fact]
    public async Task Restore_TruncatedFile_IsRefused()
    {
        var file = await CreateFileAsync();
        for (var length = file.Length / 2; length < file.Length - 8; length += 7)
            await AssertRefusedAsync("The backup is ", file[..length]);

        var lines = BackupDatabase.Decompress(file);
        await AssertRefusedAsync("is truncated: its end is missing", BackupDatabase.Compress(lines[..^1]));
        await AssertRefusedAsync(
            "is truncated: its end is missing", BackupDatabase.Compress([.. lines[..^2], lines[^2][..^4]]));
    }

    [Fact]
    public async Task Restore_DamagedFile_IsRefused()
    {
        var file = await CreateFileAsync();
        for (var i = 12; i < file.Length - 8; i += 11)
        {
            var damaged = file.ToArray();
            damaged[i] ^= 0x10;
            Assert.IsType<BackupResult.Refused>(await new BackupDatabase(TestDatabase).RestoreAsync(damaged));
        }

        Assert.False(Directory.Exists(TestDatabase.Options.DataFolder));
    }

    [Fact]
    public async Task Restore_ChangedLines_AreRefused()
    {
        var lines = BackupDatabase.Decompress(await CreateFileAsync());
        var table = Array.FindIndex(lines, l => l.Contains("\"table\":\"subscriptions\"", StringComparison.Ordinal));

        await AssertRefusedAsync(
            "the checksum is wrong", Change(table + 1, l => l.Replace("“é”", "“e”", StringComparison.Ordinal)));
        await AssertRefusedAsync($"in line {table + 2}: it is neither", Change(table + 1, _ => "7"));
        await AssertRefusedAsync($"in line {table + 2}: it is neither", Change(table + 1, _ => "[7"));
        await AssertRefusedAsync(
            $"in line {table + 2}: a row of subscriptions is invalid", Change(table + 1, _ => "[7]"));
        await AssertRefusedAsync(
            $"in line {table + 1}: the table subscriptions with the columns article, channel",
            Change(table, l => l.Replace("article", "items", StringComparison.Ordinal)));
        await AssertRefusedAsync("something follows the end", BackupDatabase.Compress([.. lines, "{}"]));

        byte[] Change(int line, Func<string, string> change) =>
            BackupDatabase.Compress(lines.Select((l, i) => i == line ? change(l) : l));
    }

    private static IEnumerable<string> Seal(IReadOnlyList<string> lines)
    {
        var text = string.Concat(lines.Select(l => $"{l}\n"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return [.. lines, $$"""{"rows":{{lines.Count(l => l[0] == '[')}},"sha256":"{{hash}}"}"""];
    }

    private static IReadOnlyList<string> GetSchemas()
    {
        using var context = SqliteTestDatabase.CreateEmpty().CreateEngine().CreateContext();
        return [.. new SchemaVersions(context).Names];
    }

    private static string GetLastSchema() => GetSchemas()[^1];

    private static async Task<byte[]> CreateFileAsync()
    {
        var source = new BackupDatabase(SqliteTestDatabase.CreateEmpty());
        await source.FillAsync(GetLastSchema());
        return await source.WriteAsync();
    }

    private async Task AssertRefusedAsync(string problem, byte[] file, bool replaces = false)
    {
        var result = await new BackupDatabase(TestDatabase).RestoreAsync(file, replaces);
        var refused = Assert.IsType<BackupResult.Refused>(result);
        Assert.Contains(problem, refused.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Problem);
    }

    private async Task<ITestDatabase> CreateAsync(Database database) => database == Database.Sqlite
        ? SqliteTestDatabase.CreateEmpty()
        : new PostgresTestDatabase(await Server.CreateEmptyAsync());

    // Lets a bot write when the first rows of the backup arrive.
    private sealed class SlowFile(Func<Task> meanwhile) : MemoryStream
    {
        public int Start { get; init; } = 10_000;

        public bool IsWritten { get; private set; }

        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!IsWritten && Length >= Start)
            {
                IsWritten = true;
                await meanwhile();
            }

            Write(buffer.Span);
        }
    }
}
