using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Servers;

/// <summary>Of which communities anything is kept.</summary>
internal static class ServerSettingsQueries
{
    /// <summary>One query a table, each of a community once. Of many rows each it steps by the index from one community to the next.</summary>
    public static IEnumerable<IQueryable<string>> Kept(StorageContext context) =>
    [
        context.Communities.Select(c => c.Id),
        context.Database.SqlQueryRaw<string>(Steps("subscriptions")),
        context.Database.SqlQueryRaw<string>(Steps("ledger")),
        context.Database.SqlQueryRaw<string>(Steps("usage")),
        context.Database.SqlQueryRaw<string>(Steps("questions")),
    ];

    private static string Steps(string table) =>
        $"""
        WITH RECURSIVE step(id) AS (
            SELECT min(community) FROM {table}
            UNION ALL
            SELECT (SELECT min(community) FROM {table} WHERE community > step.id) FROM step WHERE step.id IS NOT NULL)
        SELECT id AS "Value" FROM step WHERE id IS NOT NULL
        """;
}
