using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.DailyPosts;

/// <summary>What is read of many rows. What is due is asked every minute, and so must go by its index.</summary>
internal static class DailyQueries
{
    public static IQueryable<SubscriptionRow> ForServer(StorageContext context, string community) => context.Subscriptions.AsNoTracking()
        .Where(s => s.Community == community)
        .OrderBy(s => s.Channel);

    public static IQueryable<LedgerRow> Entries(StorageContext context, string channel, int max) => context.Ledger.AsNoTracking()
        .Where(l => l.Channel == channel)
        .OrderByDescending(l => l.Day)
        .Take(max);

    public static IQueryable<SubscriptionRow> Due(StorageContext context, long now, int max) => context.Subscriptions.AsNoTracking()
        .Where(s => s.Paused == null && s.NextDue <= now)
        .Where(s => !context.Ledger.Any(l => l.Channel == s.Channel && l.State == LedgerStateNames.Claimed && l.LeaseUntil > now))
        .OrderBy(s => s.NextDue).ThenBy(s => s.Channel)
        .Take(max);

    /// <summary>A subscription that is still due, by the time of the day at which it was when it was read.</summary>
    public static IQueryable<SubscriptionRow> Unchanged(StorageContext context, SubscriptionRow read, long now)
    {
        var (channel, time, zone) = (read.Channel, read.Time, read.Zone);
        return context.Subscriptions.Where(s => s.Channel == channel && s.Time == time && s.Zone == zone && s.NextDue <= now);
    }

    /// <summary>When the next one is due that nobody is sending or waiting to send.</summary>
    public static IQueryable<long?> NextDue(StorageContext context, long now) => context.Subscriptions
        .Where(s => s.Paused == null)
        .Where(s => !context.Ledger.Any(l => l.Channel == s.Channel && l.State == LedgerStateNames.Claimed && l.LeaseUntil > now))
        .OrderBy(s => s.NextDue)
        .Select(s => (long?)s.NextDue);

    /// <summary>When the next one may be claimed that somebody is sending or waiting to send.</summary>
    public static IQueryable<long?> NextRetry(StorageContext context, long now) => context.Ledger
        .Where(l => l.State == LedgerStateNames.Claimed && l.LeaseUntil > now)
        .OrderBy(l => l.LeaseUntil)
        .Select(l => l.LeaseUntil);
}
