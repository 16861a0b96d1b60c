using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Persistence;

/// <summary>SQLite, with its file in the data folder.</summary>
internal sealed class SqliteEngine : IDatabaseEngine
{
    private const string FileName = "policybot.db";

    // Readers and the writer then don't wait for each other.
    private const string EnableWal = "PRAGMA journal_mode = WAL";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly string _folder;
    private readonly string _file;
    private readonly Lazy<DbContextOptions<SqliteContext>> _options;

    public SqliteEngine(StorageOptions storage, params IEnumerable<IInterceptor> interceptors)
    {
        _folder = storage.GetDataFolder();
        _file = Path.Combine(_folder, FileName);
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = _file,
            DefaultTimeout = (int)Timeout.TotalSeconds,
        };
        _options = new(() => new DbContextOptionsBuilder<SqliteContext>()
            .UseSqlite(connection.ToString())
            .AddInterceptors([new SqliteSettings(Timeout), .. interceptors])
            .Options);
    }

    public bool IsBlocking => true;

    public string Name => _file;

    public StorageContext CreateContext() => new SqliteContext(_options.Value);

    public void EnsureExists()
    {
        if (!File.Exists(_file)) throw new FileNotFoundException("The database file is missing.", _file);
    }

    public bool IsMissing()
    {
        try
        {
            // Unlike File.Exists, this tells a missing file from one in a folder that can't be read.
            File.GetAttributes(_file);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public Task<IUseLock?> TryLockAsync(bool isExclusive, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        return Task.FromResult<IUseLock?>(SqliteUseLock.TryTake(_folder, isExclusive));
    }

    public Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public async Task<DbTransaction> BeginReplacementAsync(
        DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = EnableWal;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return await connection.BeginTransactionAsync(cancellationToken);
    }

    public async Task MigrateAsync(StorageContext context, CancellationToken cancellationToken)
    {
        // The first connection creates the file.
        await context.Database.ExecuteSqlRawAsync(EnableWal, cancellationToken);

        // EF's migration lock is a row, which remains if its owner is killed. A running owner needs it for less than
        // a minute.
        const string DeleteStaleLocks =
            """DELETE FROM "__EFMigrationsLock" WHERE datetime("Timestamp") < datetime('now', '-1 minute')""";
        var tables = await context.Database.SqlQuery<int>(
            $"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (tables > 0) await context.Database.ExecuteSqlRawAsync(DeleteStaleLocks, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    // The log still has the pages as they were. If a reader still needs them, the next call truncates it.
    public Task RemoveTracesAsync(StorageContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);

    public bool IsDeadConnection(Exception exception) => false;

    // A connection that was opened while the file was read-only stays read-only.
    public void ClearPool(StorageContext context) =>
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());

    public string? Explain(Exception exception) => SqliteFaults.Explain(exception, _file, _folder);
}
