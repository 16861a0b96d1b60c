using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Persistence;

/// <summary>A PostgreSQL server.</summary>
internal sealed class PostgresEngine : IDatabaseEngine
{
    /// <summary>Says that a connection string cannot be read, and the mend; without any of it, for it may hold a password.</summary>
    public const string UnreadableText = "Storage:ConnectionString cannot be read; write it as Host=…;Database=…;Username=…;Password=…, with a value that holds a semicolon in quotes";

    private readonly Lazy<NpgsqlConnectionStringBuilder> _server;
    private readonly Lazy<DbContextOptions<PostgresContext>> _options;

    public PostgresEngine(StorageOptions storage)
    {
        _server = new(() => TryRead(storage.ConnectionString) ?? throw new ConnectionStringException());
        _options = new(() => new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(_server.Value.ConnectionString).Options);
    }

    /// <summary>Whether a connection string can be read, and names a server.</summary>
    public static bool CanRead(string? connectionString) => TryRead(connectionString) is not null;

    public bool IsBlocking => false;

    public StorageContext CreateContext() => new PostgresContext(_options.Value);

    public async Task MigrateAsync(StorageContext context, CancellationToken cancellationToken)
    {
        await CreateDatabaseAsync(context.GetService<IRelationalDatabaseCreator>(), cancellationToken);
        // EF's own lock ends with each migration, and another instance's then goes on with those that this one has in hand. This one ends with its
        // connection, whatever becomes of it.
        await using var turn = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server.Value.ConnectionString) { Pooling = false }.ConnectionString);
        await turn.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext('policybot migrations'))", turn);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    public bool IsDeadConnection(Exception exception) => PostgresFaults.IsDeadConnection(exception);

    public void ClearPool(StorageContext context) => NpgsqlConnection.ClearPool((NpgsqlConnection)context.Database.GetDbConnection());

    public string? Explain(Exception exception) => exception is ConnectionStringException
        ? UnreadableText + "."
        : PostgresFaults.Explain(exception, _server.Value);

    private static async Task CreateDatabaseAsync(IRelationalDatabaseCreator creator, CancellationToken cancellationToken)
    {
        try
        {
            if (!await creator.ExistsAsync(cancellationToken)) await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another instance was faster.
        }
    }

    private static NpgsqlConnectionStringBuilder? TryRead(string? connectionString)
    {
        try
        {
            var server = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrEmpty(server.Host) ? null : server;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
