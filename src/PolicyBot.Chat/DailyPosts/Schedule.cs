using NodaTime;
using NodaTime.TimeZones;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>When daily posts are due. A time that the clocks skip is moved forward by what they skip; one that comes twice counts the first time.</summary>
public static class Schedule
{
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    /// <summary>The time zone of an IANA name, or null where there is none.</summary>
    public static DateTimeZone? Zone(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);

    /// <summary>The day of a post that is due.</summary>
    public static LocalDate GetDay(Instant due, DateTimeZone zone) => due.InZone(zone).Date;

    /// <summary>When a post is due next.</summary>
    /// <param name="after">It is due later than this.</param>
    /// <param name="time">The time of the day.</param>
    /// <param name="zone">Where.</param>
    /// <param name="done">And on a later day than this one, of which the post is settled; null for none.</param>
    public static Instant GetNextDue(Instant after, LocalTime time, DateTimeZone zone, LocalDate? done = null)
    {
        // The clocks may have moved the day before’s past it.
        var day = GetDay(after, zone).PlusDays(-1);
        while (true)
        {
            var due = day.At(time).InZone(zone, Resolver).ToInstant();
            // Near midnight the clocks may move it into the next day.
            if (due > after && (done is null || GetDay(due, zone) > done)) return due;
            day = day.PlusDays(1);
        }
    }

    /// <summary>Whether the day that is due was begun and is not settled.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="lastDays">The last two days of its channel’s ledger.</param>
    public static bool IsInProgress(Subscription subscription, IReadOnlyList<LedgerEntry> lastDays) =>
        lastDays.Any(e => e.State == LedgerState.Claimed && e.Day == GetDay(subscription.NextDue, Zone(subscription.TimeZone) ?? DateTimeZone.Utc));

    /// <summary>When a post is due next after a subscription was changed; a day that was begun, or is overdue while nobody paused it, is seen to first.</summary>
    /// <param name="former">The subscription as it was; null for a new one.</param>
    /// <param name="changed">The subscription as it will be.</param>
    /// <param name="lastDays">The last two days of its channel’s ledger.</param>
    /// <param name="now">The time.</param>
    public static Instant GetNextDueAfterChange(Subscription? former, Subscription changed, IReadOnlyList<LedgerEntry> lastDays, Instant now) =>
        former is not null && (IsInProgress(former, lastDays) || (former.Paused is null && former.NextDue <= now))
            ? former.NextDue
            : GetNextDue(now, changed.Time, Zone(changed.TimeZone) ?? DateTimeZone.Utc, lastDays.FirstOrDefault(e => e.State != LedgerState.Claimed)?.Day);
}
