using Microsoft.Data.Sqlite;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>Runs SQL statements on the bot's database.</summary>
internal static class Sql
{
    public static async Task ExecuteAsync(this SqliteConnection connection, string sql)
    {
        await using var command = CommandOf(connection, sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The single number that a query returns.</summary>
    public static async Task<long> NumberAsync(this SqliteConnection connection, string sql)
    {
        await using var command = CommandOf(connection, sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static SqliteCommand CommandOf(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the tests' own SQL.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
