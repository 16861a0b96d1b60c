using NodaTime;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;

namespace PolicyBot.Chat.Daily.Ordering;

/// <summary><c>/daily resume channel</c>: takes a pause back, and what the next post was to be left out.</summary>
internal sealed class ResumeCommand(IDailyStore store, IDailyChannels channels, DailyPosts posts, IClock clock)
    : DailyCommand("resume", "Post in a channel again.", [OfChannel("The channel.")], store)
{
    protected override async Task<Reply> RunAsync(ManagersCall call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken).ConfigureAwait(false) is not { } found) return NoneThere();
        if (await RightsText.ProblemAsync(channels, call.Community, found.Channel, cancellationToken).ConfigureAwait(false) is { } problem) return Reply.Aside(problem);
        var done = await LastDoneAsync(found.Channel, cancellationToken).ConfigureAwait(false);
        if (await Store.ChangeAsync(found.Channel, Resumed, cancellationToken).ConfigureAwait(false) is not { } before) return NoneThere();
        posts.Wake();
        return Reply.Aside(SubscriptionText.State(Resumed(before)));

        Subscription Resumed(Subscription s) => s with
        {
            Paused = null,
            SkipsNext = false,
            NextDue = Schedule.NextAfter(clock.GetCurrentInstant(), s.Time, Schedule.Zone(s.Zone) ?? DateTimeZone.Utc, done),
        };
    }
}
