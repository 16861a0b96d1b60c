using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PolicyBot.Storage.Databases;

/// <summary>A PostgreSQL server.</summary>
internal sealed class PostgresEngine : IDatabaseEngine
{
    private readonly Lazy<NpgsqlConnectionStringBuilder> server;
    private readonly Lazy<DbContextOptions<PostgresContext>> options;

    public PostgresEngine(StorageOptions storage)
    {
        server = new(() => Read(storage.ConnectionString));
        options = new(() => new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(server.Value.ConnectionString).Options);
    }

    public StorageContext CreateContext() => new PostgresContext(options.Value);

    public Task PrepareAsync(StorageContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    public bool IsDeadConnection(Exception exception) => PostgresFaults.IsDeadConnection(exception);

    public void CloseIdle(StorageContext context) => NpgsqlConnection.ClearPool((NpgsqlConnection)context.Database.GetDbConnection());

    public string? Explain(Exception exception) => exception is ConnectionStringException
        ? "Storage:ConnectionString cannot be read; write it as Host=…;Database=…;Username=…;Password=…, with a value that holds a semicolon in quotes."
        : PostgresFaults.Explain(exception, server.Value);

    private static NpgsqlConnectionStringBuilder Read(string? connectionString)
    {
        try
        {
            var server = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrEmpty(server.Host) ? throw new ConnectionStringException() : server;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ConnectionStringException();
        }
    }
}
