using System.ComponentModel.DataAnnotations;
using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage;

/// <summary>Where the data is kept.</summary>
public sealed class StorageOptions : IValidatableObject
{
    private const string FolderName = "PolicyBot";

    /// <summary>What keeps it.</summary>
    [EnumDataType(typeof(StorageProvider), ErrorMessage = "Storage:Provider is no provider; name Sqlite or PostgreSql")]
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>How PostgreSQL is reached, in the form of Npgsql; it holds a password, so it belongs into the environment.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// The folder of SQLite's file and of cached vectors; null for the user's own folder of application data. It is
    /// made where it is not there.
    /// </summary>
    public string? DataFolder { get; set; }

    /// <summary>The full path of the data folder.</summary>
    public string GetDataFolder() => string.IsNullOrWhiteSpace(DataFolder)
        ? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            FolderName)
        : Path.GetFullPath(DataFolder);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == StorageProvider.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new("Storage:ConnectionString is empty; say how PostgreSQL is reached", [nameof(ConnectionString)]);
        else if (Provider == StorageProvider.PostgreSql && !PostgresEngine.CanRead(ConnectionString))
            yield return new(PostgresEngine.UnreadableText, [nameof(ConnectionString)]);
        if (Provider == StorageProvider.Sqlite && !string.IsNullOrWhiteSpace(ConnectionString))
            yield return new("Storage:ConnectionString is for PostgreSQL; set Storage:Provider to PostgreSql, or take it out", [nameof(ConnectionString)]);
    }
}
