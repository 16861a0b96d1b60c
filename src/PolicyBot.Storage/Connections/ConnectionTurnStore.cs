using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.Storage;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Connections;

/// <summary>
/// The store of connection turns. Each statement is atomic: if two instances take a turn or the last connection at the
/// same time, the database lets only one of them have it.
/// </summary>
internal sealed class ConnectionTurnStore(DatabaseExecutor database) : IConnectionTurnStore
{
    // The next attempt may not follow at once, whatever the clock says.
    private static readonly Duration ShortestWait = Duration.FromMilliseconds(100);

    // A time that is further away than any reset is from a clock that was wrong.
    private static readonly Duration LongestReset = Duration.FromHours(25);

    public Task<Duration> TryTakeAsync(
        int queue, Duration interval, int remaining, Duration resetAfter, CancellationToken cancellationToken) =>
        database.RunAsync(
            async (context, ct) =>
            {
                if (await context.Database.ExecuteSqlAsync(TakeTurn(context, queue, interval), ct) == 0)
                    return await GetWaitAsync(context, "taken_at", "connection_turns", "queue", queue, interval, ct);
                var isAllowed = await context.Database.ExecuteSqlAsync(
                    TakeConnection(context, remaining, resetAfter), ct) > 0;
                return isAllowed
                    ? Duration.Zero
                    : await GetWaitAsync(
                        context, "resets_at", "connection_limits", "id", ConnectionLimitRow.OnlyId, Duration.Zero, ct);
            },
            cancellationToken);

    // The clock is read before the statement waits for the row, so the row may be a little newer.
    private static FormattableString TakeTurn(StorageContext context, int queue, Duration interval) =>
        FormattableStringFactory.Create(
            $$"""
            INSERT INTO connection_turns (queue, taken_at) VALUES ({0}, {{context.Clock}})
            ON CONFLICT (queue) DO UPDATE SET taken_at = excluded.taken_at
            WHERE connection_turns.taken_at <= excluded.taken_at - {1}
                OR connection_turns.taken_at > excluded.taken_at + {1}
            """,
            queue,
            (long)interval.TotalMilliseconds);

    private static FormattableString TakeConnection(StorageContext context, int remaining, Duration resetAfter)
    {
        const string IsOver =
            "(connection_limits.resets_at <= excluded.resets_at - {1} "
                + "OR connection_limits.resets_at > excluded.resets_at - {1} + {2})";
        return FormattableStringFactory.Create(
            $$"""
            INSERT INTO connection_limits (id, remaining, resets_at) VALUES ({3}, {0}, {{context.Clock}} + {1})
            ON CONFLICT (id) DO UPDATE SET
                remaining = CASE WHEN {{IsOver}} OR excluded.remaining < connection_limits.remaining
                    THEN excluded.remaining ELSE connection_limits.remaining - 1 END,
                resets_at = CASE WHEN {{IsOver}} THEN excluded.resets_at ELSE connection_limits.resets_at END
            WHERE {{IsOver}} OR connection_limits.remaining > 0
            """,
            remaining - 1,
            (long)resetAfter.TotalMilliseconds,
            (long)LongestReset.TotalMilliseconds,
            ConnectionLimitRow.OnlyId);
    }

    private static async Task<Duration> GetWaitAsync(
        StorageContext context,
        string column,
        string table,
        string key,
        int id,
        Duration interval,
        CancellationToken cancellationToken)
    {
        var waits = context.Database.SqlQuery<long>(FormattableStringFactory.Create(
            $$"""SELECT {{column}} + {0} - {{context.Clock}} AS "Value" FROM {{table}} WHERE {{key}} = {1}""",
            (long)interval.TotalMilliseconds,
            id));
        return Duration.Max(
            ShortestWait, Duration.FromMilliseconds(await waits.SingleOrDefaultAsync(cancellationToken)));
    }
}
