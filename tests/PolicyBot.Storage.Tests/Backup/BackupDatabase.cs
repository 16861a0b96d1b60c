using System.Data.Common;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PolicyBot.Storage.Backup;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Backup;

/// <summary>A database to back up or to restore into.</summary>
internal sealed class BackupDatabase(ITestDatabase database)
{
    public static readonly DateTimeOffset Now = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    private DatabaseBackup Backup => new(database.Options);

    /// <summary>Makes the tables of a version of the schema, with rows in each of them.</summary>
    public async Task FillAsync(string schema, int rows = 2)
    {
        if (database.Options.DataFolder is { } folder) Directory.CreateDirectory(folder);
        await using var context = database.CreateEngine().CreateContext();
        var versions = new SchemaVersions(context);
        var migration = versions.Find(schema)!;
        await context.GetService<IMigrator>().MigrateAsync(migration, TestContext.Current.CancellationToken);
        await using var connection = await database.OpenAsync();
        foreach (var table in versions.GetTables(migration))
        {
            for (var row = 0; row < rows; row++) await InsertAsync(connection, table, row);
        }
    }

    public async Task<byte[]> WriteAsync()
    {
        using var file = new MemoryStream();
        Assert.IsType<BackupResult.Done>(
            await Backup.BackupAsync(file, "1.2.3", Now, TestContext.Current.CancellationToken));
        return file.ToArray();
    }

    public async Task<BackupResult> RestoreAsync(byte[] file, bool replaces = false)
    {
        using var stream = new MemoryStream(file);
        return await Backup.RestoreAsync(stream, replaces, TestContext.Current.CancellationToken);
    }

    /// <summary>Returns all that a backup of the database contains, except its header.</summary>
    public async Task<IReadOnlyList<string>> DumpAsync() => [.. Decompress(await WriteAsync()).Skip(1).SkipLast(1)];

    /// <summary>Returns the lines of a backup.</summary>
    public static string[] Decompress(byte[] file)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(file), CompressionMode.Decompress));
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }

    /// <summary>Creates a backup of these lines, and of nothing else.</summary>
    public static byte[] Compress(IEnumerable<string> lines)
    {
        using var file = new MemoryStream();
        using (var zip = new GZipStream(file, CompressionMode.Compress))
            zip.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => $"{l}\n"))));
        return file.ToArray();
    }

    // Texts that quoting or encoding could change.
    private static async Task InsertAsync(DbConnection connection, BackupTable table, int row)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only names of tables and columns.
        command.CommandText = table.InsertSql;
#pragma warning restore CA2100
        foreach (var (i, column) in table.Columns.Index())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = column.Type switch
            {
                System.Data.DbType.String => $"{column.Name} {row}: “é”, \"'\\\n🙂",
                System.Data.DbType.Int64 => 1_779_278_400_000 + row,
                System.Data.DbType.Int32 => row + 1,
                System.Data.DbType.Boolean => row % 2 == 0,
                System.Data.DbType.Double => 0.1 + row,
                var type => throw new NotSupportedException($"Tests have no value of the type {type}."),
            };
            if (row == 1 && column.IsNullable) parameter.Value = DBNull.Value;
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
