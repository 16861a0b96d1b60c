using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage.DailyPosts;

/// <summary>The store of subscriptions. Its statements are in the SQL that both databases understand.</summary>
internal sealed class SubscriptionStore(DatabaseExecutor database) : ISubscriptionStore
{
    public Task<Subscription?> FindAsync(string channel, CancellationToken cancellationToken) => database.RunAsync(
        (context, ct) =>
            context.Subscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.Channel == channel, ct),
        cancellationToken);

    public Task<IReadOnlyList<Subscription>> ListAsync(string server, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<Subscription>>(
            async (context, ct) => await DailyQueries.ForServer(context, server).ToListAsync(ct), cancellationToken);

    public Task SaveAsync(Subscription subscription, CancellationToken cancellationToken) => database.RunAsync(
        (context, ct) =>
        {
            var s = subscription;
            return context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO subscriptions
                    (channel, community, "time", zone, content, set_by, next_due, paused, skips_next, article)
                VALUES ({s.Channel}, {s.Server}, {s.Time}, {s.TimeZone.Id}, {s.Content}, {s.SetBy}, {s.NextDue},
                    {s.Paused}, {s.SkipsNext}, {s.Article})
                ON CONFLICT (channel) DO UPDATE SET
                    community = excluded.community, "time" = excluded."time", zone = excluded.zone,
                    content = excluded.content, set_by = excluded.set_by, next_due = excluded.next_due,
                    paused = excluded.paused, skips_next = excluded.skips_next,
                    article = excluded.article
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
                        .SetProperty(s => s.Article, after.Article)
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

    public Task<DueSubscriptions> ReadDueAsync(
        Instant now, Instant latest, int max, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        return database.RunAsync(
            async (context, ct) =>
            {
                var due = await DailyQueries.Due(context, now, max).ToListAsync(ct);
                var tooLate = await DailyQueries.DueAfter(context, latest, max).ToListAsync(ct);
                // If none was due, one that has become due since is next.
                var after = due.Count > 0 ? now : (Instant?)null;
                var next = await DailyQueries.NextDue(context, now, after).FirstOrDefaultAsync(ct);
                var retry = await DailyQueries.NextRetry(context, now).FirstOrDefaultAsync(ct);
                return new DueSubscriptions(due, tooLate, next is null || retry < next ? retry : next);
            },
            cancellationToken);
    }
}
