using Microsoft.Extensions.Logging;
using NodaTime;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// Corrects due times that were calculated while a clock was ahead: posts would otherwise wait for that time. Days that
/// are posted or skipped stay so.
/// </summary>
/// <param name="subscriptions">The subscriptions.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="logger">The log.</param>
public sealed partial class DueTimeCorrector(
    ISubscriptionStore subscriptions, IDeliveryLedger ledger, ILogger<DueTimeCorrector> logger)
{
    // The post of tomorrow may be done, and another time zone may be two days ahead.
    private const int LastDoneDay = 2;

    // More than the days that a clock ahead adds to the ledger.
    private const int DaysRead = 30;

    // No schedule has its next post later than this: it is on the day after the last one that may be done.
    private static readonly Duration LongestWait = Duration.FromDays(LastDoneDay + 2);

    /// <summary>Returns the latest time at which any schedule has its next post.</summary>
    public static Instant GetLatest(Instant now) => now + LongestWait;

    /// <summary>Corrects due times that are later than <see cref="GetLatest"/>.</summary>
    /// <param name="tooLate">The subscriptions as they were read.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Whether one was corrected.</returns>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public async Task<bool> CorrectAsync(
        IReadOnlyList<Subscription> tooLate, Instant now, CancellationToken cancellationToken)
    {
        var isCorrected = false;
        foreach (var late in tooLate)
        {
            var latest = Schedule.GetDay(now, late.TimeZone).PlusDays(LastDoneDay);
            var entries = await ledger.ListEntriesAsync(late.Channel, DaysRead, cancellationToken);
            var done = entries.FirstOrDefault(e => e.State != LedgerState.Claimed && e.Day <= latest)?.Day;
            var nextDue = Schedule.GetNextDue(now, late.Time, late.TimeZone, done);
            // A schedule's longest wait is an hour longer where daylight saving time ends.
            if (nextDue == late.NextDue) continue;
            var before = await subscriptions.UpdateAsync(
                late.Channel, s => s == late ? s with { NextDue = nextDue } : s, cancellationToken);
            if (before != late) continue;
            isCorrected = true;
            Log.Corrected(logger, late.Channel, late.NextDue, nextDue);
        }

        return isCorrected;
    }

    private static partial class Log
    {
        [LoggerMessage(
            7202,
            LogLevel.Warning,
            "The daily post in channel {Channel} was due at {Former}, which is later than its schedule allows, perhaps "
            + "because a clock was wrong; it is now due at {NextDue}.")]
        public static partial void Corrected(ILogger logger, string channel, Instant former, Instant nextDue);
    }
}
