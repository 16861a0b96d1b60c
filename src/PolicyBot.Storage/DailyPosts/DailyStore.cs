using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.DailyPosts;

/// <summary>The daily posts' store on a database. What is written for both is written in the SQL that both speak.</summary>
internal sealed class DailyStore(DatabaseExecutor database) : IDailyStore
{
    public Task<Subscription?> FindAsync(string channel, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var row = await context.Subscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.Channel == channel, ct);
            return row is null ? null : RowMapper.Subscription(row);
        },
        cancellationToken);

    public Task<IReadOnlyList<Subscription>> ListAsync(string community, CancellationToken cancellationToken) =>
        ReadAsync(context => DailyQueries.ForServer(context, community), RowMapper.Subscription, cancellationToken);

    public Task SaveAsync(Subscription subscription, CancellationToken cancellationToken) => database.RunAsync(
        (context, ct) =>
        {
            var row = RowMapper.Row(subscription);
            return context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO subscriptions (channel, community, "time", zone, content, set_by, next_due, paused, skips_next)
                VALUES ({row.Channel}, {row.Community}, {row.Time}, {row.Zone}, {row.Content}, {row.SetBy}, {row.NextDue}, {row.Paused},
                    {row.SkipsNext})
                ON CONFLICT (channel) DO UPDATE SET community = excluded.community, "time" = excluded."time", zone = excluded.zone,
                    content = excluded.content, set_by = excluded.set_by, next_due = excluded.next_due, paused = excluded.paused,
                    skips_next = excluded.skips_next
                """,
                ct);
        },
        cancellationToken);

    public Task<Subscription?> UpdateAsync(string channel, Func<Subscription, Subscription> change, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            if (await context.ForUpdate(channel).SingleOrDefaultAsync(ct) is not { } former) return null;
            var before = RowMapper.Subscription(former);
            var after = RowMapper.Row(change(before));
            await context.Subscriptions.Where(s => s.Channel == channel).ExecuteUpdateAsync(
                row => row
                    .SetProperty(s => s.Time, after.Time)
                    .SetProperty(s => s.Zone, after.Zone)
                    .SetProperty(s => s.Content, after.Content)
                    .SetProperty(s => s.SetBy, after.SetBy)
                    .SetProperty(s => s.NextDue, after.NextDue)
                    .SetProperty(s => s.Paused, after.Paused)
                    .SetProperty(s => s.SkipsNext, after.SkipsNext),
                ct);
            await transaction.CommitAsync(ct);
            return before;
        },
        cancellationToken);

    public Task<bool> RemoveAsync(string channel, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) => await context.Subscriptions.Where(s => s.Channel == channel).ExecuteDeleteAsync(ct) > 0,
        cancellationToken);

    public Task<IReadOnlyList<Subscription>> ListDueAsync(Instant now, int max, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        return ReadAsync(context => DailyQueries.Due(context, RowMapper.Milliseconds(now), max), RowMapper.Subscription, cancellationToken);
    }

    public Task<Instant?> GetNextDueAsync(Instant now, CancellationToken cancellationToken) => database.RunAsync<Instant?>(
        async (context, ct) =>
        {
            var at = RowMapper.Milliseconds(now);
            var next = await DailyQueries.NextDue(context, at).FirstOrDefaultAsync(ct);
            var retry = await DailyQueries.NextRetry(context, at).FirstOrDefaultAsync(ct);
            return Earlier(next, retry) is { } due ? Instant.FromUnixTimeMilliseconds(due) : null;
        },
        cancellationToken);

    public Task<DailyPost?> ClaimAsync(
        Subscription subscription, LocalDate day, int attempts, DailyPost post, string owner, Instant now, Duration lease, CancellationToken cancellationToken)
    {
        var read = RowMapper.Row(subscription);
        var (date, json, at, until) = (RowMapper.Day(day), StoredPost.Write(post), RowMapper.Milliseconds(now), RowMapper.Milliseconds(now + lease));
        return database.RunAsync(
            async (context, ct) =>
            {
                // One statement, so that of two who claim at once the database itself lets one alone through.
                var rows = await context.Database.SqlQuery<string>(
                    $"""
                    INSERT INTO ledger (channel, day, state, post, attempts, owner, lease_until, at, community)
                    SELECT channel, {date}, {LedgerStateNames.Claimed}, {json}, 1, {owner}, {until}, {at}, community FROM subscriptions
                    WHERE channel = {read.Channel} AND next_due = {read.NextDue} AND skips_next = {read.SkipsNext} AND paused IS NOT DISTINCT FROM {read.Paused}
                    ON CONFLICT (channel, day) DO UPDATE
                        SET attempts = ledger.attempts + 1, owner = excluded.owner, lease_until = excluded.lease_until, at = excluded.at
                        WHERE ledger.state = {LedgerStateNames.Claimed} AND ledger.lease_until <= {at} AND ledger.attempts = {attempts}
                    RETURNING post AS "Value"
                    """).ToListAsync(ct);
                return rows is [var fixedPost] ? StoredPost.Read(fixedPost) : null;
            },
            cancellationToken);
    }

    public Task MarkPostedAsync(
        Subscription subscription, LocalDate day, string message, Instant now, Instant nextDue, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var (read, date) = (RowMapper.Row(subscription), RowMapper.Day(day));
            var channel = read.Channel;
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            var posted = await context.Ledger.Where(l => l.Channel == channel && l.Day == date && l.State != LedgerStateNames.Posted).ExecuteUpdateAsync(
                row => row
                    .SetProperty(l => l.State, LedgerStateNames.Posted)
                    .SetProperty(l => l.Message, message)
                    .SetProperty(l => l.Note, (string?)null)
                    .SetProperty(l => l.Owner, (string?)null)
                    .SetProperty(l => l.LeaseUntil, (long?)null)
                    .SetProperty(l => l.At, RowMapper.Milliseconds(now)),
                ct);
            if (posted == 0 && !await context.Ledger.AnyAsync(l => l.Channel == channel && l.Day == date, ct))
                throw new InvalidOperationException($"The post of {date} in {channel} was never claimed.");
            await DailyQueries.Unchanged(context, read, RowMapper.Milliseconds(now))
                .ExecuteUpdateAsync(row => row.SetProperty(s => s.NextDue, RowMapper.Milliseconds(nextDue)), ct);
            await transaction.CommitAsync(ct);
            return posted;
        },
        cancellationToken);

    public Task<bool> MarkSkippedAsync(
        Subscription subscription, LocalDate day, string owner, string note, Instant now, Instant nextDue, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var (read, date) = (RowMapper.Row(subscription), RowMapper.Day(day));
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            var noted = await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO ledger (channel, day, state, attempts, note, at, community)
                SELECT channel, {date}, {LedgerStateNames.Dropped}, 0, {note}, {RowMapper.Milliseconds(now)}, community FROM subscriptions
                WHERE channel = {read.Channel} AND next_due = {read.NextDue} AND skips_next = {read.SkipsNext} AND paused IS NOT DISTINCT FROM {read.Paused}
                ON CONFLICT (channel, day) DO UPDATE
                    SET state = excluded.state, note = excluded.note, at = excluded.at, owner = NULL, lease_until = NULL
                    WHERE ledger.state = {LedgerStateNames.Claimed} AND ledger.owner = {owner}
                """,
                ct);
            if (noted == 0 && !await context.Ledger.AnyAsync(l => l.Channel == read.Channel && l.Day == date && l.State != LedgerStateNames.Claimed, ct)) return false;
            await DailyQueries.Unchanged(context, read, RowMapper.Milliseconds(now)).ExecuteUpdateAsync(
                row => row.SetProperty(s => s.NextDue, RowMapper.Milliseconds(nextDue)).SetProperty(s => s.SkipsNext, false),
                ct);
            await transaction.CommitAsync(ct);
            return noted > 0;
        },
        cancellationToken);

    public Task<bool> ReleaseAsync(string channel, LocalDate day, string owner, string note, Instant retryAt, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var date = RowMapper.Day(day);
            var claimed = context.Ledger.Where(l => l.Channel == channel && l.Day == date && l.State == LedgerStateNames.Claimed && l.Owner == owner);
            return 0 < await claimed.ExecuteUpdateAsync(
                row => row.SetProperty(l => l.Owner, (string?)null).SetProperty(l => l.LeaseUntil, RowMapper.Milliseconds(retryAt)).SetProperty(l => l.Note, note),
                ct);
        },
        cancellationToken);

    public Task<IReadOnlyList<LedgerEntry>> ListEntriesAsync(string channel, int max, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        return ReadAsync(context => DailyQueries.Entries(context, channel, max), RowMapper.Entry, cancellationToken);
    }

    private static long? Earlier(long? a, long? b) => a is null || b < a ? b : a;

    private Task<IReadOnlyList<T>> ReadAsync<TRow, T>(
        Func<StorageContext, IQueryable<TRow>> query, Func<TRow, T> read, CancellationToken cancellationToken) => database.RunAsync<IReadOnlyList<T>>(
        async (context, ct) => [.. (await query(context).ToListAsync(ct)).Select(read)],
        cancellationToken);
}
