using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Persistence;

/// <summary>A file in the data folder.</summary>
internal sealed class SqliteEngine : IDatabaseEngine
{
    private const string FileName = "policybot.db";
    private const int BusySeconds = 5;

    private readonly string _folder;
    private readonly string _file;
    private readonly Lazy<DbContextOptions<SqliteContext>> _options;

    public SqliteEngine(StorageOptions storage, params IEnumerable<IInterceptor> interceptors)
    {
        _folder = storage.GetDataFolder();
        _file = Path.Combine(_folder, FileName);
        _options = new(() => new DbContextOptionsBuilder<SqliteContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = _file, DefaultTimeout = BusySeconds }.ToString())
            .AddInterceptors([new BusyTimeout(TimeSpan.FromSeconds(BusySeconds)), .. interceptors])
            .Options);
    }

    public bool IsBlocking => true;

    public StorageContext CreateContext() => new SqliteContext(_options.Value);

    public void EnsureExists()
    {
        if (!File.Exists(_file)) throw new FileNotFoundException("The database is gone.", _file);
    }

    public bool IsMissing()
    {
        try
        {
            // Unlike File.Exists, it tells a missing file from one in a folder that may not be looked into.
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

    public async Task MigrateAsync(StorageContext context, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        // The first connection makes the file; readers and the writer then do not wait for each other.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        // The lock of EF's migrations is a row, which stays when its owner is killed; no live one needs it for a minute.
        const string StaleLocks = """DELETE FROM "__EFMigrationsLock" WHERE datetime("Timestamp") < datetime('now', '-1 minute')""";
        var locks = await context.Database
            .SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (locks > 0) await context.Database.ExecuteSqlRawAsync(StaleLocks, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    public bool IsDeadConnection(Exception exception) => false;

    // A connection that was opened while the file was read-only stays so.
    public void ClearPool(StorageContext context) => SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());

    public string? Explain(Exception exception) => SqliteFaults.Explain(exception, _file, _folder);
}
