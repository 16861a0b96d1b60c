using System.Data.Common;
using Microsoft.Data.Sqlite;
using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>A SQLite database in a temporary folder.</summary>
internal sealed class SqliteTestDatabase : ITestDatabase
{
    // Migrated once for all tests.
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateAsync);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policybot-sqlite");

    private SqliteTestDatabase() =>
        Options = new StorageOptions { DataFolder = Path.Combine(_folder.FullName, "data") };

    public StorageOptions Options { get; }

    public string File => Path.Combine(Options.DataFolder!, "policybot.db");

    public string Explain => "EXPLAIN QUERY PLAN ";

    /// <summary>Creates a folder without a database.</summary>
    public static SqliteTestDatabase CreateEmpty() => new();

    /// <summary>Creates a migrated database.</summary>
    public static async Task<SqliteTestDatabase> CreateMigratedAsync()
    {
        var database = CreateEmpty();
        Directory.CreateDirectory(database.Options.DataFolder!);
        await System.IO.File.WriteAllBytesAsync(database.File, await Migrated.Value);
        return database;
    }

    public IDatabaseEngine CreateEngine() => new SqliteEngine(Options);

    public async Task<DbConnection> OpenAsync()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<byte[]> MigrateAsync()
    {
        await using var database = CreateEmpty();
        await StoreTests.MigrateAsync(database.CreateEngine());
        return await System.IO.File.ReadAllBytesAsync(database.File);
    }
}
