using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Databases;

namespace PolicyBot.Storage.Daily;

/// <summary>The queries that run every minute, and so must go by the index of what is due.</summary>
internal static class DailyQueries
{
    public static IQueryable<SubscriptionRow> Due(StorageContext context, long now, int max) => context.Subscriptions.AsNoTracking()
        .Where(s => s.Paused == null && s.NextDue <= now)
        .OrderBy(s => s.NextDue).ThenBy(s => s.Channel)
        .Take(max);

    public static IQueryable<long?> NextDue(StorageContext context) => context.Subscriptions
        .Where(s => s.Paused == null)
        .OrderBy(s => s.NextDue)
        .Select(s => (long?)s.NextDue);
}
