using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Persistence;

/// <summary>A PostgreSQL server.</summary>
internal sealed class PostgresEngine : IDatabaseEngine
{
    /// <summary>
    /// Says that the connection string is invalid, and the fix, without quoting it: it may contain a password.
    /// </summary>
    public const string InvalidConnectionString =
        "Storage:ConnectionString is invalid; write it as Host=…;Database=…;Username=…;Password=…, and put a value "
            + "that "
        + "contains a semicolon in quotes";

    // Seconds. Without it, nobody would notice that an idle connection is dead.
    private const int LockKeepAlive = 30;

    private readonly Lazy<NpgsqlConnectionStringBuilder> _server;
    private readonly Lazy<DbContextOptions<PostgresContext>> _options;

    public PostgresEngine(StorageOptions storage)
    {
        _server = new(() => TryParse(storage.ConnectionString) ?? throw new ConnectionStringException());
        _options = new(() =>
            new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(_server.Value.ConnectionString).Options);
    }

    public bool IsBlocking => false;

    public string Name => $"{_server.Value.Database} at {_server.Value.Host}:{_server.Value.Port}";

    /// <summary>Whether a connection string can be parsed, and names a server.</summary>
    public static bool IsValid(string? connectionString) => TryParse(connectionString) is not null;

    public StorageContext CreateContext() => new PostgresContext(_options.Value);

    public async Task<IUseLock?> TryLockAsync(bool isExclusive, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection;
        try
        {
            connection = await OpenAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await using var context = CreateContext();
            await CreateDatabaseAsync(context.GetService<IRelationalDatabaseCreator>(), cancellationToken);
            connection = await OpenAsync(cancellationToken);
        }

        return await PostgresUseLock.TryTakeAsync(connection, isExclusive, cancellationToken);
    }

    public async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    public async Task<DbTransaction> BeginReplacementAsync(
        DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await ((NpgsqlConnection)connection).BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "SET LOCAL lock_timeout = '10s'", transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }

    public async Task MigrateAsync(StorageContext context, CancellationToken cancellationToken)
    {
        // EF releases its own lock after each migration; another instance would then continue with migrations that
        // this one is about to apply. This lock lasts until its connection is closed, whatever happens.
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "SELECT pg_advisory_lock(hashtext('policybot migrations'))", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    public bool IsDeadConnection(Exception exception) => PostgresFaults.IsDeadConnection(exception);

    public void ClearPool(StorageContext context) =>
        NpgsqlConnection.ClearPool((NpgsqlConnection)context.Database.GetDbConnection());

    public string? Explain(Exception exception) => exception is ConnectionStringException
        ? InvalidConnectionString + "."
        : PostgresFaults.Explain(exception, _server.Value);

    // A connection that isn't pooled: closing it releases its locks.
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var server = new NpgsqlConnectionStringBuilder(_server.Value.ConnectionString) { Pooling = false };
        if (server.KeepAlive == 0) server.KeepAlive = LockKeepAlive;
        var connection = new NpgsqlConnection(server.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task CreateDatabaseAsync(
        IRelationalDatabaseCreator creator, CancellationToken cancellationToken)
    {
        try
        {
            if (!await creator.ExistsAsync(cancellationToken)) await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException e)
            when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another instance has created it.
        }
    }

    private static NpgsqlConnectionStringBuilder? TryParse(string? connectionString)
    {
        try
        {
            var server = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrEmpty(server.Host) ? null : server;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException
            or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
