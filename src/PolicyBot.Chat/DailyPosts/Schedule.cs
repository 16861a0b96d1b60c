using NodaTime;
using NodaTime.TimeZones;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// Calculates when daily posts are due. If a clock change skips the time, it moves forward by as much; if the time
/// occurs twice, the first one counts.
/// </summary>
public static class Schedule
{
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    /// <summary>Returns the day of a post that is due at a time.</summary>
    public static LocalDate GetDay(Instant due, DateTimeZone zone) => due.InZone(zone).Date;

    /// <summary>Returns when the next post is due.</summary>
    /// <param name="after">A time; the next post is due later.</param>
    /// <param name="time">The time of day of the posts.</param>
    /// <param name="zone">The time zone of the posts.</param>
    /// <param name="done">The day of the last post, or null; the next one is on a later day.</param>
    public static Instant GetNextDue(Instant after, LocalTime time, DateTimeZone zone, LocalDate? done = null)
    {
        // A clock change may have moved yesterday's post past midnight.
        var day = GetDay(after, zone).PlusDays(-1);
        while (true)
        {
            var due = day.At(time).InZone(zone, Resolver).ToInstant();
            if (due > after && (done is null || GetDay(due, zone) > done)) return due;
            day = day.PlusDays(1);
        }
    }

    /// <summary>Whether the next post has been claimed, but neither posted nor skipped.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="lastDays">The last two days of its channel's ledger.</param>
    public static bool IsInProgress(Subscription subscription, IReadOnlyList<LedgerEntry> lastDays) =>
        lastDays.Any(e => e.State == LedgerState.Claimed && e.Day == subscription.NextDay);

    /// <summary>
    /// Returns when the next post is due after a subscription was changed. A post that is in progress, or overdue and
    /// not paused, comes first.
    /// </summary>
    /// <param name="former">The subscription before the change, or null if it is new.</param>
    /// <param name="changed">The changed subscription.</param>
    /// <param name="lastDays">The last two days of its channel's ledger.</param>
    /// <param name="now">The time.</param>
    public static Instant GetNextDueAfterChange(
        Subscription? former, Subscription changed, IReadOnlyList<LedgerEntry> lastDays, Instant now)
    {
        if (former is not null)
        {
            var isOverdue = former.Paused is null && former.NextDue <= now;
            if (isOverdue || IsInProgress(former, lastDays)) return former.NextDue;
        }

        var done = lastDays.FirstOrDefault(e => e.State != LedgerState.Claimed)?.Day;
        return GetNextDue(now, changed.Time, changed.TimeZone, done);
    }
}
