using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Servers;

/// <summary>Finds the servers that have data in the database.</summary>
internal static class ServerSettingsQueries
{
    /// <summary>
    /// Creates a query for each table, which returns each server once. A table can have many rows for each server, so
    /// the query steps through the index from one server to the next.
    /// </summary>
    public static IEnumerable<IQueryable<string>> WithData(StorageContext context) =>
    [
        context.Servers.Select(s => s.Id),
        context.CurationRevisions.Select(r => r.Server),
        context.VoteKeys.Select(k => k.Server),
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
