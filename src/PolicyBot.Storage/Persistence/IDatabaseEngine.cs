using System.Data.Common;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Persistence;

/// <summary>What differs between the databases.</summary>
internal interface IDatabaseEngine
{
    /// <summary>Whether calls block their thread while they wait for the database.</summary>
    bool IsBlocking { get; }

    /// <summary>The database as messages name it, without a password.</summary>
    string Name { get; }

    /// <summary>Creates a context for one call.</summary>
    StorageContext CreateContext();

    /// <summary>Throws if the database was deleted, which open connections don't notice.</summary>
    void EnsureExists()
    {
    }

    /// <summary>Whether it is certain that there is no database yet; false if that can't be found out.</summary>
    bool IsMissing() => false;

    /// <summary>
    /// Says that this process uses the database, or that only this one does. Creates what the lock needs: the data
    /// folder, or an empty database.
    /// </summary>
    /// <returns>Null if another process uses the database exclusively, or at all.</returns>
    Task<IUseLock?> TryLockAsync(bool isExclusive, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that reads the database as it is now, while others write.</summary>
    Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>
    /// Begins a transaction that replaces the tables. It fails if other programs don't release them in some seconds.
    /// </summary>
    Task<DbTransaction> BeginReplacementAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>
    /// Creates the database if it is missing, and updates its tables. Only one instance does so at a time.
    /// </summary>
    Task MigrateAsync(StorageContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Removes what was deleted from the database's own files, as far as the bot can do that. Call it outside of
    /// transactions.
    /// </summary>
    Task RemoveTracesAsync(StorageContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether a pooled connection was dead, so that a new one may work.</summary>
    bool IsDeadConnection(Exception exception);

    /// <summary>Closes the connections that are kept open between calls.</summary>
    void ClearPool(StorageContext context);

    /// <summary>
    /// Returns what is wrong with the database and the fix, in one line; or null if the database isn't to blame.
    /// </summary>
    string? Explain(Exception exception);
}
