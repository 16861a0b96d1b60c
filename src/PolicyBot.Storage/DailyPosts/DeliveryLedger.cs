using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage.DailyPosts;

/// <summary>The ledger of daily posts. Its statements are in the SQL that both databases understand.</summary>
internal sealed class DeliveryLedger(DatabaseExecutor database) : IDeliveryLedger
{
    public Task<DailyPost?> ClaimAsync(
        DeliveryAttempt attempt, int claims, DailyPost post, CancellationToken cancellationToken)
    {
        var (subscription, day, now) = (attempt.Subscription, attempt.Day, attempt.Now);
        return database.RunAsync(
            async (context, ct) =>
            {
                // One statement: if two instances claim at the same time, the database lets only one of them through.
                var claimed = await context.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO ledger (channel, day, state, post, attempts, owner, lease_until, at, community)
                    SELECT channel, {day}, {LedgerState.Claimed}, {post}, 1, {attempt.Owner},
                        {now + attempt.Lease}, {now}, community
                    FROM subscriptions
                    WHERE channel = {subscription.Channel}
                        AND next_due = {subscription.NextDue}
                        AND skips_next = {subscription.SkipsNext}
                        AND paused IS NOT DISTINCT FROM {subscription.Paused}
                    ON CONFLICT (channel, day) DO UPDATE
                        SET attempts = ledger.attempts + 1, owner = excluded.owner,
                            lease_until = excluded.lease_until, at = excluded.at
                        WHERE ledger.state = {LedgerState.Claimed}
                            AND (ledger.lease_until <= {now}
                                OR ledger.lease_until > {now + DailyQueries.LongestLease})
                            AND ledger.attempts = {claims}
                    """,
                    ct);
                if (claimed == 0) return null;
                // The first claim stored the post, which never changes after that.
                return await context.Ledger.Where(l => l.Channel == subscription.Channel && l.Day == day)
                    .Select(l => l.Post)
                    .SingleOrDefaultAsync(ct);
            },
            cancellationToken);
    }

    public Task MarkPostedAsync(
        DeliveryAttempt attempt, string message, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var (channel, day) = (attempt.Channel, attempt.Day);
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
                        .SetProperty(l => l.At, attempt.Now),
                    ct);
            if (posted == 0 && !await context.Ledger.AnyAsync(l => l.Channel == channel && l.Day == day, ct))
                throw new InvalidOperationException($"The post of {day:uuuu-MM-dd} in {channel} was never claimed.");
            await DailyQueries.Unchanged(context, attempt.Subscription, attempt.Now)
                .ExecuteUpdateAsync(row => row.SetProperty(s => s.NextDue, attempt.NextDue), ct);
            await transaction.CommitAsync(ct);
            return posted;
        },
        cancellationToken);

    public Task<bool> MarkSkippedAsync(
        DeliveryAttempt attempt, string note, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var (subscription, channel, day) = (attempt.Subscription, attempt.Channel, attempt.Day);
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            var skipped = await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO ledger (channel, day, state, attempts, note, at, community)
                SELECT channel, {day}, {LedgerState.Skipped}, 0, {note}, {attempt.Now}, community
                FROM subscriptions
                WHERE channel = {channel}
                    AND next_due = {subscription.NextDue}
                    AND skips_next = {subscription.SkipsNext}
                    AND paused IS NOT DISTINCT FROM {subscription.Paused}
                ON CONFLICT (channel, day) DO UPDATE
                    SET state = excluded.state, note = excluded.note, at = excluded.at,
                        owner = NULL, lease_until = NULL
                    WHERE ledger.state = {LedgerState.Claimed} AND ledger.owner = {attempt.Owner}
                """,
                ct);
            var isDone = skipped > 0 || await context.Ledger.AnyAsync(
                l => l.Channel == channel && l.Day == day && l.State != LedgerState.Claimed, ct);
            if (!isDone) return false;
            await DailyQueries.Unchanged(context, subscription, attempt.Now).ExecuteUpdateAsync(
                row => row.SetProperty(s => s.NextDue, attempt.NextDue).SetProperty(s => s.SkipsNext, false), ct);
            await transaction.CommitAsync(ct);
            return skipped > 0;
        },
        cancellationToken);

    public Task<bool> ReleaseAsync(
        DeliveryAttempt attempt,
        string note,
        Instant retryAt,
        CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var (channel, day, owner) = (attempt.Channel, attempt.Day, attempt.Owner);
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

    public Task ReopenAsync(
        DeliveryAttempt attempt, Instant retryAt, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var (subscription, channel, day) = (attempt.Subscription, attempt.Channel, attempt.Day);
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            // Without an owner, nobody can skip it without a new claim. A running attempt keeps its lease.
            var reopened = await context.Database.ExecuteSqlAsync(
                $"""
                UPDATE ledger SET state = {LedgerState.Claimed}, owner = NULL,
                    lease_until = CASE WHEN lease_until > {retryAt} THEN lease_until ELSE {retryAt} END
                WHERE channel = {channel} AND day = {day} AND state <> {LedgerState.Posted} AND post IS NOT NULL
                """,
                ct);
            if (reopened == 0) return 0;
            var wasSkippedByModerator = await context.Ledger.AnyAsync(
                l => l.Channel == channel && l.Day == day && l.Note == LedgerEntry.SkippedByModerator, ct);
            // In another time zone, it would be another day.
            await context.Subscriptions
                .Where(s => s.Channel == channel
                    && s.TimeZone == subscription.TimeZone
                    && s.NextDue > subscription.NextDue)
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(s => s.NextDue, subscription.NextDue)
                        .SetProperty(s => s.SkipsNext, wasSkippedByModerator),
                    ct);
            await transaction.CommitAsync(ct);
            return reopened;
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
}
