using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.DailyPosts;

/// <summary>The store of the daily posts. Its statements are in the SQL that both databases understand.</summary>
internal sealed class DailyStore(DatabaseExecutor database) : IDailyStore
{
    public Task<Subscription?> FindAsync(string channel, CancellationToken cancellationToken) => database.RunAsync(
        (context, ct) =>
            context.Subscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.Channel == channel, ct),
        cancellationToken);

    public Task<IReadOnlyList<Subscription>> ListAsync(string community, CancellationToken cancellationToken) =>
        ListAsync(context => DailyQueries.ForServer(context, community), cancellationToken);

    public Task SaveAsync(Subscription subscription, CancellationToken cancellationToken) => database.RunAsync(
        (context, ct) =>
        {
            var s = subscription;
            return context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO subscriptions
                    (channel, community, "time", zone, content, set_by, next_due, paused, skips_next)
                VALUES ({s.Channel}, {s.Server}, {s.Time}, {s.TimeZone}, {s.Content}, {s.SetBy}, {s.NextDue},
                    {s.Paused}, {s.SkipsNext})
                ON CONFLICT (channel) DO UPDATE SET
                    community = excluded.community, "time" = excluded."time", zone = excluded.zone,
                    content = excluded.content, set_by = excluded.set_by, next_due = excluded.next_due,
                    paused = excluded.paused, skips_next = excluded.skips_next
                """,
                ct);
        },
        cancellationToken);

    public Task<Subscription?> UpdateAsync(
        string channel, Func<Subscription, Subscription> change, CancellationToken cancellationToken) =>
        database.RunAsync(
            async (context, ct) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                if (await context.ForUpdate(channel).SingleOrDefaultAsync(ct) is not { } before) return null;
                var after = change(before);
                await context.Subscriptions.Where(s => s.Channel == channel).ExecuteUpdateAsync(
                    row => row
                        .SetProperty(s => s.Time, after.Time)
                        .SetProperty(s => s.TimeZone, after.TimeZone)
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
        return ListAsync(context => DailyQueries.Due(context, now, max), cancellationToken);
    }

    public Task<Instant?> GetNextDueAsync(Instant now, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var due = await DailyQueries.NextDue(context, now).FirstOrDefaultAsync(ct);
            var retry = await DailyQueries.NextRetry(context, now).FirstOrDefaultAsync(ct);
            return due is null || retry < due ? retry : due;
        },
        cancellationToken);

    public Task<DailyPost?> ClaimAsync(
        Subscription subscription,
        LocalDate day,
        int attempts,
        DailyPost post,
        string owner,
        Instant now,
        Duration lease,
        CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            // One statement: if two instances claim at the same time, the database lets only one of them through.
            var claimed = await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO ledger (channel, day, state, post, attempts, owner, lease_until, at, community)
                SELECT channel, {day}, {LedgerState.Claimed}, {post}, 1, {owner}, {now + lease}, {now}, community
                FROM subscriptions
                WHERE channel = {subscription.Channel}
                    AND next_due = {subscription.NextDue}
                    AND skips_next = {subscription.SkipsNext}
                    AND paused IS NOT DISTINCT FROM {subscription.Paused}
                ON CONFLICT (channel, day) DO UPDATE
                    SET attempts = ledger.attempts + 1, owner = excluded.owner,
                        lease_until = excluded.lease_until, at = excluded.at
                    WHERE ledger.state = {LedgerState.Claimed}
                        AND ledger.lease_until <= {now}
                        AND ledger.attempts = {attempts}
                """,
                ct);
            if (claimed == 0) return null;
            // The first claim stored the post, which never changes after that.
            return await context.Ledger.Where(l => l.Channel == subscription.Channel && l.Day == day)
                .Select(l => l.Post)
                .SingleOrDefaultAsync(ct);
        },
        cancellationToken);

    public Task MarkPostedAsync(
        Subscription subscription,
        LocalDate day,
        string message,
        Instant now,
        Instant nextDue,
        CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var channel = subscription.Channel;
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            var posted = await context.Ledger
                .Where(l => l.Channel == channel && l.Day == day && l.State != LedgerState.Posted)
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(l => l.State, LedgerState.Posted)
                        .SetProperty(l => l.Message, message)
                        .SetProperty(l => l.Note, (string?)null)
                        .SetProperty(l => l.Owner, (string?)null)
                        .SetProperty(l => l.LeaseUntil, (Instant?)null)
                        .SetProperty(l => l.At, now),
                    ct);
            if (posted == 0 && !await context.Ledger.AnyAsync(l => l.Channel == channel && l.Day == day, ct))
                throw new InvalidOperationException($"The post of {day:uuuu-MM-dd} in {channel} was never claimed.");
            await DailyQueries.Unchanged(context, subscription, now)
                .ExecuteUpdateAsync(row => row.SetProperty(s => s.NextDue, nextDue), ct);
            await transaction.CommitAsync(ct);
            return posted;
        },
        cancellationToken);

    public Task<bool> MarkSkippedAsync(
        Subscription subscription,
        LocalDate day,
        string owner,
        string note,
        Instant now,
        Instant nextDue,
        CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var channel = subscription.Channel;
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            var skipped = await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO ledger (channel, day, state, attempts, note, at, community)
                SELECT channel, {day}, {LedgerState.Skipped}, 0, {note}, {now}, community
                FROM subscriptions
                WHERE channel = {channel}
                    AND next_due = {subscription.NextDue}
                    AND skips_next = {subscription.SkipsNext}
                    AND paused IS NOT DISTINCT FROM {subscription.Paused}
                ON CONFLICT (channel, day) DO UPDATE
                    SET state = excluded.state, note = excluded.note, at = excluded.at,
                        owner = NULL, lease_until = NULL
                    WHERE ledger.state = {LedgerState.Claimed} AND ledger.owner = {owner}
                """,
                ct);
            var isDone = skipped > 0 || await context.Ledger.AnyAsync(
                l => l.Channel == channel && l.Day == day && l.State != LedgerState.Claimed, ct);
            if (!isDone) return false;
            await DailyQueries.Unchanged(context, subscription, now).ExecuteUpdateAsync(
                row => row.SetProperty(s => s.NextDue, nextDue).SetProperty(s => s.SkipsNext, false), ct);
            await transaction.CommitAsync(ct);
            return skipped > 0;
        },
        cancellationToken);

    public Task<bool> ReleaseAsync(
        string channel,
        LocalDate day,
        string owner,
        string note,
        Instant retryAt,
        CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var claimed = context.Ledger.Where(l =>
                l.Channel == channel && l.Day == day && l.State == LedgerState.Claimed && l.Owner == owner);
            return 0 < await claimed.ExecuteUpdateAsync(
                row => row
                    .SetProperty(l => l.Owner, (string?)null)
                    .SetProperty(l => l.LeaseUntil, retryAt)
                    .SetProperty(l => l.Note, note),
                ct);
        },
        cancellationToken);

    public Task<IReadOnlyList<LedgerEntry>> ListEntriesAsync(
        string channel, int max, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        return database.RunAsync<IReadOnlyList<LedgerEntry>>(
            async (context, ct) =>
                [.. (await DailyQueries.Entries(context, channel, max).ToListAsync(ct)).Select(row => row.ToEntry())],
            cancellationToken);
    }

    private Task<IReadOnlyList<Subscription>> ListAsync(
        Func<StorageContext, IQueryable<Subscription>> query, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<Subscription>>(
            async (context, ct) => await query(context).ToListAsync(ct), cancellationToken);
}
