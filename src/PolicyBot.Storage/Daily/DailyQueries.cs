using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Databases;

namespace PolicyBot.Storage.Daily;

/// <summary>What is read of many rows. What is due is asked every minute, and so must go by its index.</summary>
internal static class DailyQueries
{
    public static IQueryable<SubscriptionRow> Of(StorageContext context, string community) => context.Subscriptions.AsNoTracking()
        .Where(s => s.Community == community)
        .OrderBy(s => s.Channel);

    public static IQueryable<LedgerRow> Ledger(StorageContext context, string channel, int max) => context.Ledger.AsNoTracking()
        .Where(l => l.Channel == channel)
        .OrderByDescending(l => l.Day)
        .Take(max);

    public static IQueryable<SubscriptionRow> Due(StorageContext context, long now, int max) => context.Subscriptions.AsNoTracking()
        .Where(s => s.Paused == null && s.NextDue <= now)
        .OrderBy(s => s.NextDue).ThenBy(s => s.Channel)
        .Take(max);

    public static IQueryable<long?> NextDue(StorageContext context) => context.Subscriptions
        .Where(s => s.Paused == null)
        .OrderBy(s => s.NextDue)
        .Select(s => (long?)s.NextDue);
}
