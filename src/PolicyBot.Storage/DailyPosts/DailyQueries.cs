using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.DailyPosts;

/// <summary>
/// Queries over many rows. The bot asks every minute what is due, so those queries must use their indexes.
/// </summary>
internal static class DailyQueries
{
    /// <summary>
    /// Longer than any lease. One that ends later was made while a clock was ahead, and doesn't count.
    /// </summary>
    public static readonly Duration LongestLease = Duration.FromDays(1);

    public static IQueryable<Subscription> ForServer(StorageContext context, string server) =>
        context.Subscriptions.AsNoTracking().Where(s => s.Server == server).OrderBy(s => s.Channel);

    public static IQueryable<LedgerRow> Entries(StorageContext context, string channel, int max) =>
        context.Ledger.AsNoTracking().Where(l => l.Channel == channel).OrderByDescending(l => l.Day).Take(max);

    public static IQueryable<Subscription> Due(StorageContext context, Instant now, int max) =>
        Unclaimed(context, now).AsNoTracking()
            .Where(s => s.NextDue <= now)
            .OrderBy(s => s.NextDue).ThenBy(s => s.Channel)
            .Take(max);

    public static IQueryable<Subscription> DueAfter(StorageContext context, Instant after, int max) =>
        context.Subscriptions.AsNoTracking()
            .Where(s => s.Paused == null && s.NextDue > after)
            .OrderBy(s => s.NextDue).ThenBy(s => s.Channel)
            .Take(max);

    /// <summary>Gets a subscription if it is still due, and its time of day is still the one that was read.</summary>
    public static IQueryable<Subscription> Unchanged(StorageContext context, Subscription read, Instant now) =>
        context.Subscriptions.Where(s => s.Channel == read.Channel
            && s.Time == read.Time
            && s.TimeZone == read.TimeZone
            && s.NextDue <= now);

    /// <summary>Gets when the next subscription is due whose post nobody is sending or waiting to send.</summary>
    public static IQueryable<Instant?> NextDue(StorageContext context, Instant now, Instant? after) =>
        Unclaimed(context, now)
            .Where(s => after == null || s.NextDue > after)
            .OrderBy(s => s.NextDue)
            .Select(s => (Instant?)s.NextDue);

    /// <summary>Gets when a post that somebody is sending or waiting to send may next be claimed again.</summary>
    public static IQueryable<Instant?> NextRetry(StorageContext context, Instant now) =>
        Claimed(context, now).OrderBy(l => l.LeaseUntil).Select(l => l.LeaseUntil);

    private static IQueryable<Subscription> Unclaimed(StorageContext context, Instant now)
    {
        var claimed = Claimed(context, now);
        return context.Subscriptions.Where(s => s.Paused == null && !claimed.Any(l => l.Channel == s.Channel));
    }

    private static IQueryable<LedgerRow> Claimed(StorageContext context, Instant now)
    {
        var latest = now + LongestLease;
        return context.Ledger
            .Where(l => l.State == LedgerState.Claimed && l.LeaseUntil > now && l.LeaseUntil <= latest);
    }
}
