using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Persistence;

/// <summary>What differs between the databases.</summary>
internal interface IDatabaseEngine
{
    /// <summary>Whether calls block their thread while they wait for the database.</summary>
    bool IsBlocking { get; }

    /// <summary>Creates a context for one call.</summary>
    StorageContext CreateContext();

    /// <summary>Throws if the database was deleted, which open connections don't notice.</summary>
    void EnsureExists()
    {
    }

    /// <summary>Whether it is certain that there is no database yet; false if that can't be found out.</summary>
    bool IsMissing() => false;

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
