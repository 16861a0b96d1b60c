using System.Data.Common;
using Microsoft.Data.Sqlite;
using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>A temporary file.</summary>
internal sealed class SqliteTestDatabase : ITestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policybot-sqlite");

    public SqliteTestDatabase() => Options = new StorageOptions { DataFolder = Path.Combine(_folder.FullName, "data") };

    public StorageOptions Options { get; }

    public string File => Path.Combine(Options.DataFolder!, "policybot.db");

    public string Explain => "EXPLAIN QUERY PLAN ";

    public IDatabaseEngine CreateEngine() => new SqliteEngine(Options);

    public async Task<DbConnection> OpenAsync()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
