using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Backup;

/// <summary>
/// The versions of a database's schema. Each is the result of a migration; its id has a time, which differs between
/// the databases, and a name, which doesn't.
/// </summary>
internal sealed class SchemaVersions(StorageContext context)
{
    private readonly IMigrationsAssembly _migrations = context.GetService<IMigrationsAssembly>();

    /// <summary>The names of the versions, the first one first.</summary>
    public IEnumerable<string> Names => _migrations.Migrations.Keys.Select(GetName);

    /// <summary>Deletes the list of the migrations that were applied.</summary>
    public string DropHistorySql
    {
        get
        {
            var sql = context.GetService<ISqlGenerationHelper>();
            return $"DROP TABLE {sql.DelimitIdentifier(HistoryRepository.DefaultTableName)}";
        }
    }

    /// <summary>Returns the last migration of the database, or null if it has no tables yet.</summary>
    /// <exception cref="BackupRefusedException">The database is from a later version of the program.</exception>
    public async Task<string?> FindCurrentAsync(CancellationToken cancellationToken)
    {
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return applied.All(_migrations.Migrations.ContainsKey)
            ? applied.LastOrDefault()
            : throw new BackupRefusedException(
                "The database is from a later version of PolicyBot; use that version, or another database.");
    }

    /// <summary>Returns the migration with a name, or null if this program doesn't know it.</summary>
    public string? Find(string name) => _migrations.Migrations.Keys.SingleOrDefault(m => GetName(m) == name);

    /// <summary>Returns the name of a migration.</summary>
    public static string GetName(string migration) =>
        migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    /// <summary>Returns the tables after a migration, ordered by name.</summary>
    public IReadOnlyList<BackupTable> GetTables(string migration)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        return
        [
            .. GetModel(Create(migration)).GetEntityTypes().Select(e => new BackupTable(e, sql))
                .OrderBy(t => t.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Creates the SQL that makes one version of the schema from another, for a transaction.</summary>
    /// <param name="from">The migration of the version that is there, or null if there are no tables.</param>
    /// <param name="to">The migration of the version to make, or null for the last one.</param>
    public IEnumerable<string> CreateStatements(string? from, string? to)
    {
        var history = context.GetService<IHistoryRepository>();
        var generator = context.GetService<IMigrationsSqlGenerator>();
        if (from is null) yield return history.GetCreateScript();
        foreach (var id in _migrations.Migrations.Keys)
        {
            if (string.CompareOrdinal(id, from) <= 0 || (to is not null && string.CompareOrdinal(id, to) > 0)) continue;
            var migration = Create(id);
            foreach (var command in generator.Generate(migration.UpOperations, GetModel(migration)))
                yield return command.CommandText;
            yield return history.GetInsertScript(new HistoryRow(id, ProductInfo.GetVersion()));
        }
    }

    private Migration Create(string id) =>
        _migrations.CreateMigration(_migrations.Migrations[id], context.Database.ProviderName!);

    // As EF makes it before it applies the migration.
    private IModel GetModel(Migration migration) => context.GetService<IModelRuntimeInitializer>().Initialize(
        ((IMutableModel)migration.TargetModel).FinalizeModel(), designTime: true, validationLogger: null);
}
