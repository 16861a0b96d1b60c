using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyBot.Chat.Storage;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Backup;

/// <summary>
/// Writes a database to a file that fits every database, and replaces a database with such a file. The tables are those
/// that the migrations make.
/// </summary>
/// <param name="storage">Where the database is.</param>
public sealed class DatabaseBackup(StorageOptions storage)
{
    private readonly IDatabaseEngine _engine = storage.CreateEngine();

    /// <summary>Writes all tables as they are now, while bots may be running. The database isn't updated.</summary>
    /// <param name="file">Where to write.</param>
    /// <param name="application">The version of this program.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <exception cref="StoreUnavailableException">The database is locked or can't be reached.</exception>
    public Task<BackupResult> BackupAsync(
        Stream file, string application, DateTimeOffset now, CancellationToken cancellationToken) => RunAsync(
        async context =>
        {
            var versions = new SchemaVersions(context);
            var schema = _engine.IsMissing() ? null : await versions.FindCurrentAsync(cancellationToken);
            if (schema is null)
                throw new BackupRefusedException(
                    $"There is no database {_engine.Name}; use the bot's Storage settings.");
            var tables = versions.GetTables(schema);
            await context.Database.OpenConnectionAsync(cancellationToken);
            var connection = context.Database.GetDbConnection();
            await using var snapshot = await _engine.BeginSnapshotAsync(connection, cancellationToken);
            await using var writer = new BackupWriter(file);
            var name = SchemaVersions.GetName(schema);
            await writer.WriteHeaderAsync(
                new BackupHeader(BackupHeader.CurrentVersion, application, name, now), cancellationToken);
            foreach (var table in tables)
            {
                await writer.WriteTableAsync(table, cancellationToken);
                await using var command = CreateCommand(connection, snapshot, table.SelectSql);
                await using var rows = await command.ExecuteReaderAsync(cancellationToken);
                while (await rows.ReadAsync(cancellationToken))
                    await writer.WriteRowAsync(json => table.WriteRow(json, rows), cancellationToken);
            }

            return new BackupResult.Done(tables.Count, await writer.WriteEndAsync(cancellationToken));
        },
        cancellationToken);

    /// <summary>
    /// Checks all of a file, then puts its rows into the database, which is made if it is missing. A file of an earlier
    /// schema gets the tables of that schema, which are then updated as a database would be. Everything happens in one
    /// transaction.
    /// </summary>
    /// <param name="file">The file, which can be read twice.</param>
    /// <param name="replaces">Whether to delete what the database holds.</param>
    /// <param name="cancellationToken">The cancellation token. After a cancellation, nothing has changed.</param>
    /// <exception cref="StoreUnavailableException">The database is locked, full or can't be reached.</exception>
    public Task<BackupResult> RestoreAsync(Stream file, bool replaces, CancellationToken cancellationToken) => RunAsync(
        async context =>
        {
            var versions = new SchemaVersions(context);
            var (schema, tables) = await CheckAsync(file, versions, cancellationToken);
            using var use = await _engine.TryLockAsync(isExclusive: true, cancellationToken)
                ?? throw new BackupRefusedException(
                    $"A bot or another command is using the database {_engine.Name}; stop it first.");
            var current = await versions.FindCurrentAsync(cancellationToken);
            await context.Database.OpenConnectionAsync(cancellationToken);
            var connection = context.Database.GetDbConnection();
            await using var transaction = await _engine.BeginReplacementAsync(connection, cancellationToken);
            if (current is not null)
            {
                await EmptyAsync(transaction, versions.GetTables(current), replaces, cancellationToken);
                await ExecuteAsync(transaction, [versions.DropHistorySql], cancellationToken);
            }

            await ExecuteAsync(transaction, versions.CreateStatements(null, schema), cancellationToken);
            var rows = await InsertAsync(file, transaction, tables, cancellationToken);
            await ExecuteAsync(transaction, versions.CreateStatements(schema, null), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await _engine.RemoveTracesAsync(context, cancellationToken);
            return new BackupResult.Done(tables.Count, rows);
        },
        cancellationToken);

    private async Task<BackupResult> RunAsync(
        Func<StorageContext, Task<BackupResult.Done>> run, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = _engine.CreateContext();
            return await run(context);
        }
        catch (BackupRefusedException e)
        {
            return new BackupResult.Refused(e.Message);
        }
        catch (Exception e)
            when (!cancellationToken.IsCancellationRequested && _engine.Explain(e) is { } explanation)
        {
            throw new StoreUnavailableException(explanation, e);
        }
    }

    private static async Task<(string Schema, IReadOnlyList<BackupTable> Tables)> CheckAsync(
        Stream file, SchemaVersions versions, CancellationToken cancellationToken)
    {
        using var reader = await BackupReader.OpenAsync(file, cancellationToken);
        var schema = versions.Find(reader.Header.Schema)
            ?? throw new BackupRefusedException(
                $"The backup is from a later version of PolicyBot, {reader.Header.Application}; use that version.");
        var tables = versions.GetTables(schema);
        await foreach (var _ in reader.ReadRowsAsync(tables, cancellationToken))
        {
            // Reading checks it.
        }

        return (schema, tables);
    }

    private async Task EmptyAsync(
        DbTransaction transaction,
        IReadOnlyList<BackupTable> tables,
        bool replaces,
        CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            await using var any = CreateCommand(transaction.Connection!, transaction, table.AnySql);
            var count = Convert.ToInt64(await any.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
            if (count > 0 && !replaces)
                throw new BackupRefusedException(
                    $"The database {_engine.Name} isn't empty; add --force to replace all that it holds.");
            await ExecuteAsync(transaction, [table.DropSql], cancellationToken);
        }
    }

    private async Task<long> InsertAsync(
        Stream file,
        DbTransaction transaction,
        IReadOnlyList<BackupTable> tables,
        CancellationToken cancellationToken)
    {
        long rows = 0;
        using var reader = await BackupReader.OpenAsync(file, cancellationToken);
        DbCommand? insert = null;
        BackupTable? current = null;
        try
        {
            await foreach (var (table, values) in reader.ReadRowsAsync(tables, cancellationToken))
            {
                if (table != current)
                {
                    if (insert is not null) await insert.DisposeAsync();
                    (insert, current) = (await PrepareAsync(transaction, table, cancellationToken), table);
                }

                for (var i = 0; i < values.Length; i++) insert!.Parameters[i].Value = values[i] ?? DBNull.Value;
                rows++;
                await InsertAsync(insert!, table, rows, cancellationToken);
            }
        }
        finally
        {
            if (insert is not null) await insert.DisposeAsync();
        }

        return rows;
    }

    private async Task InsertAsync(
        DbCommand insert, BackupTable table, long row, CancellationToken cancellationToken)
    {
        try
        {
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (DbException e) when (_engine.Explain(e) is null)
        {
            throw new BackupRefusedException(
                $"The database rejected row {row} of {table.Name}: {e.Message.Split('\n')[0]}.");
        }
    }

    private static async Task<DbCommand> PrepareAsync(
        DbTransaction transaction, BackupTable table, CancellationToken cancellationToken)
    {
        var insert = CreateCommand(transaction.Connection!, transaction, table.InsertSql);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var parameter = insert.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = ($"@p{i}", table.Columns[i].Type);
            insert.Parameters.Add(parameter);
        }

        await insert.PrepareAsync(cancellationToken);
        return insert;
    }

    private static async Task ExecuteAsync(
        DbTransaction transaction, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        foreach (var sql in statements)
        {
            await using var command = CreateCommand(transaction.Connection!, transaction, sql);
            // A migration of many rows may take long.
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DbCommand CreateCommand(DbConnection connection, DbTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Only EF's SQL, and names of tables and columns.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
