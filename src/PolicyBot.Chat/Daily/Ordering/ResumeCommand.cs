using NodaTime;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;

namespace PolicyBot.Chat.Daily.Ordering;

/// <summary><c>/daily resume channel</c>: takes a pause back, and that the next post was to be left out. A post that was tried before the pause is tried again, where that is not too late.</summary>
internal sealed class ResumeCommand(IDailyStore store, IDailyChannels channels, DailyPosts posts, IClock clock)
    : DailyCommand("resume", "Post in a channel again.", [OfChannel("The channel.")], store)
{
    protected override async Task<Reply> RunAsync(ManagersCall call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken).ConfigureAwait(false) is not { } found) return NoneThere();
        if (await RightsText.ProblemAsync(channels, call.Community, found.Channel, cancellationToken).ConfigureAwait(false) is { } problem) return Reply.Aside(problem);
        var now = clock.GetCurrentInstant();
        var ledger = await LastDaysAsync(found.Channel, cancellationToken).ConfigureAwait(false);
        if (await Store.ChangeAsync(found.Channel, Resumed, cancellationToken).ConfigureAwait(false) is not { } before) return NoneThere();
        posts.Wake();
        var after = Resumed(before);
        return Reply.Aside(after.NextDue > now ? SubscriptionText.State(after) : $"Today’s, which was due {SubscriptionText.When(after)}, is sent now.");

        Subscription Resumed(Subscription s)
        {
            var zone = Schedule.Zone(s.Zone) ?? DateTimeZone.Utc;
            var isTried = ledger.Any(e => e.State == LedgerState.Claimed && e.Day == Schedule.DayOf(s.NextDue, zone)) && !posts.Delivery.IsTooLate(s, now);
            return s with { Paused = null, SkipsNext = false, NextDue = isTried ? s.NextDue : Schedule.NextAfter(now, s.Time, zone, LastDone(ledger)) };
        }
    }
}
