using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyBot.Storage.Backup;
using PolicyBot.Storage.Schema;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Backup;

/// <summary>What backups contain follows from the migrations, so that no table can be forgotten.</summary>
public sealed class BackupSchemaTests(PostgresServer server) : StoreTests(server)
{
    private const string SqliteTables =
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '!_%' "
        + "ESCAPE '!' ORDER BY name";

    private const string PostgresTables =
        "SELECT CAST(table_name AS text) FROM information_schema.tables WHERE table_schema = 'public' AND table_name "
        + "NOT LIKE '!_%' ESCAPE '!' ORDER BY table_name COLLATE \"C\"";

    [Theory]
    [OnBothDatabases]
    public async Task Tables_OfTheLastVersion_AreThoseOfTheDatabaseAndOfTheModel(Database database)
    {
        using var context = TestDatabase.CreateEngine().CreateContext();
        var versions = new SchemaVersions(context);

        var tables = versions.GetTables(context.Database.GetMigrations().Last());

        Assert.Equal(await ListTablesAsync(), tables.Select(t => t.Name));
        Assert.Equal(
            ListColumns(context.Model), tables.SelectMany(t => t.Columns, (t, c) => $"{t.Name}.{c.Name}").Order());
        // A type that backups can't have yet throws.
        Assert.All(tables.SelectMany(t => t.Columns), c => Assert.True(Enum.IsDefined(c.Type)));
    }

    // On PostgreSQL, its counter would have to continue after the restored rows.
    [Theory]
    [OnBothDatabases]
    public void Columns_OfTheModel_AreNotNumberedByTheDatabase(Database database)
    {
        using var context = TestDatabase.CreateEngine().CreateContext();

        Assert.DoesNotContain(
            context.Model.GetEntityTypes().SelectMany(e => e.GetProperties()),
            p => p.ValueGenerated != ValueGenerated.Never);
    }

    [Fact]
    public void Versions_OfBothDatabases_HaveTheSameNamesAndTables()
    {
        using var sqlite = SqliteTestDatabase.CreateEmpty().CreateEngine().CreateContext();
        using var postgres = new PostgresTestDatabase(Server.Connection("none")).CreateEngine().CreateContext();

        Assert.Equal(Describe(sqlite), Describe(postgres));
    }

    private static IEnumerable<string> Describe(StorageContext context)
    {
        var versions = new SchemaVersions(context);
        return versions.Names.SelectMany(
            v => versions.GetTables(versions.Find(v)!),
            (v, t) => $"{v} {t.Name}: {string.Join(", ", t.Columns.Select(c => $"{c.Name} {c.Type} {c.IsNullable}"))}");
    }

    private static IEnumerable<string> ListColumns(IModel model) => model.GetEntityTypes()
        .SelectMany(e => e.GetProperties(), (e, p) => $"{e.GetTableName()}.{p.GetColumnName()}").Order();

    private async Task<IReadOnlyList<string>> ListTablesAsync()
    {
        List<string> names = [];
        await using var connection = await TestDatabase.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the tests' own SQL.
        command.CommandText = TestedDatabase == Database.Sqlite ? SqliteTables : PostgresTables;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation)) names.Add(reader.GetString(0));
        return names;
    }
}
