using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Persistence;

/// <summary>What differs between the databases.</summary>
internal interface IDatabaseEngine
{
    /// <summary>Whether a call blocks its thread while the database lets it wait.</summary>
    bool IsBlocking { get; }

    /// <summary>A context of its own for one call.</summary>
    StorageContext CreateContext();

    /// <summary>Throws where the database is gone, though what is open goes on as if nothing were.</summary>
    void EnsureExists()
    {
    }

    /// <summary>Whether it is certain that there is no database yet; false if that can't be told.</summary>
    bool IsMissing() => false;

    /// <summary>Makes the database where it is not there, and brings its tables up to date, one instance at a time.</summary>
    Task MigrateAsync(StorageContext context, CancellationToken cancellationToken);

    /// <summary>Whether a connection of the pool was dead, so that a fresh one may do.</summary>
    bool IsDeadConnection(Exception exception);

    /// <summary>Closes what is kept open between calls.</summary>
    void ClearPool(StorageContext context);

    /// <summary>What is wrong and the mend, in a line; null where it is no fault of the database's, but of the bot's.</summary>
    string? Explain(Exception exception);
}
