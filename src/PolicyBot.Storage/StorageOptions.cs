using System.ComponentModel.DataAnnotations;
using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage;

/// <summary>Where the data is stored.</summary>
public sealed class StorageOptions : IValidatableObject
{
    private const string FolderName = "PolicyBot";

    /// <summary>The database.</summary>
    [EnumDataType(
        typeof(StorageProvider), ErrorMessage = "Storage:Provider must be Sqlite or PostgreSql")]
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>
    /// How to connect to PostgreSQL, in Npgsql's format. It contains a password, so set it in the environment.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// The folder of SQLite's file and of cached vectors, or null for the user's folder of application data. The bot
    /// creates it if it is missing.
    /// </summary>
    public string? DataFolder { get; set; }

    /// <summary>Returns the full path of the data folder.</summary>
    public string GetDataFolder() => string.IsNullOrWhiteSpace(DataFolder)
        ? Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            FolderName)
        : Path.GetFullPath(DataFolder);

    /// <summary>Returns which database it is and where, without a password.</summary>
    public string Describe() => Provider == StorageProvider.PostgreSql
        ? $"PostgreSQL, {new PostgresEngine(this).Name}"
        : $"SQLite, {new SqliteEngine(this).Name}";

    /// <summary>Whether there may be a database: it is on a server, or its file exists.</summary>
    public bool MayHaveDatabase() => Provider == StorageProvider.PostgreSql || !new SqliteEngine(this).IsMissing();

    /// <summary>
    /// Returns what may damage the data and the fix, in one line: SQLite's file on a network drive; or null.
    /// </summary>
    public string? FindWarning()
    {
        if (Provider != StorageProvider.Sqlite) return null;
        var folder = GetDataFolder();
        return Persistence.DataFolder.FindNetworkDrive(folder) is { } type
            ? $"The data folder {folder} is on a network drive ({type}), where SQLite may lose data; set "
                + "Storage:DataFolder to a folder on this machine, or use PostgreSQL."
            : null;
    }

    /// <summary>Creates the access to the database, which isn't opened yet.</summary>
    internal IDatabaseEngine CreateEngine() =>
        Provider == StorageProvider.PostgreSql ? new PostgresEngine(this) : new SqliteEngine(this);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var problem = Provider switch
        {
            StorageProvider.PostgreSql when string.IsNullOrWhiteSpace(ConnectionString) =>
                "Storage:ConnectionString is missing; set it to connect to PostgreSQL",
            StorageProvider.PostgreSql when !PostgresEngine.IsValid(ConnectionString) =>
                PostgresEngine.InvalidConnectionString,
            StorageProvider.Sqlite when !string.IsNullOrWhiteSpace(ConnectionString) =>
                "Storage:ConnectionString is only for PostgreSQL; set Storage:Provider to PostgreSql, or remove it",
            _ => null,
        };
        if (problem is not null) yield return new ValidationResult(problem, [nameof(ConnectionString)]);
    }
}
