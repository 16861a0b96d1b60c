using NodaTime;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;

namespace PolicyBot.Chat.Daily.Ordering;

/// <summary><c>/daily post-now channel</c>: today's post, if it has not been posted.</summary>
internal sealed class PostNowCommand(IDailyStore store, DailyPosts posts, IClock clock)
    : DailyCommand("post-now", "Post what is due today in a channel at once.", [OfChannel("The channel.")], store)
{
    protected override async Task<Reply> RunAsync(ManagersCall call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken).ConfigureAwait(false) is not { } found) return NoneThere();
        var now = clock.GetCurrentInstant();
        var today = Schedule.DayOf(now, Schedule.Zone(found.Zone) ?? DateTimeZone.Utc);
        var ledger = await Store.LedgerAsync(found.Channel, 2, cancellationToken).ConfigureAwait(false);
        switch (ledger.FirstOrDefault(e => e.Day == today))
        {
            case { State: LedgerState.Posted }:
                return Reply.Aside($"Today’s is posted already. {SubscriptionText.State(found)}");
            case { State: LedgerState.Dropped, Note: var note }:
                return Reply.Aside($"Today’s was left out: {note} {SubscriptionText.State(found)}");
        }

        // Due from now on, so that it is tried again where it does not get through at once.
        if (await Store.ChangeAsync(found.Channel, s => s with { NextDue = now, SkipsNext = false }, cancellationToken).ConfigureAwait(false) is not { } before) return NoneThere();
        var outcome = await posts.Delivery.DeliverAsync(before with { NextDue = now, SkipsNext = false }, now, cancellationToken).ConfigureAwait(false);
        return Reply.Aside(outcome switch
        {
            DeliveryOutcome.Posted => await PostedAsync(found.Channel, cancellationToken).ConfigureAwait(false),
            DeliveryOutcome.Dropped(var note) => note,
            DeliveryOutcome.Paused(var reason) => $"It could not be posted: {reason} Mend that, then /daily resume goes on.",
            DeliveryOutcome.Later when before.Paused is not null => "It is not known whether it got through. As posts are paused there, I do not try again by myself.",
            DeliveryOutcome.Later => "It did not get through yet; I go on trying.",
            _ => "It is just being sent.",
        });
    }

    private async Task<string> PostedAsync(string channel, CancellationToken cancellationToken) =>
        await Store.FindAsync(channel, cancellationToken).ConfigureAwait(false) is { } then ? $"Posted. {SubscriptionText.State(then)}" : "Posted.";
}
