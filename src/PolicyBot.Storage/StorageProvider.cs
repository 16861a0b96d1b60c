namespace PolicyBot.Storage;

/// <summary>A database.</summary>
public enum StorageProvider
{
    /// <summary>A file in the data folder, for one machine.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, for one machine or several.</summary>
    PostgreSql,
}
