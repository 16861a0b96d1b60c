using NodaTime;
using PolicyBot.Chat.Replies;

namespace PolicyBot.Chat.Daily.Ordering;

/// <summary><c>/daily preview channel</c>: the next post, exactly as it will look.</summary>
internal sealed class PreviewCommand(IDailyStore store) : DailyCommand("preview", "Show the next daily post of a channel, to you alone.", [OfChannel("The channel.")])
{
    protected override async Task<Reply> RunAsync(DailyCall call, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(call.Option(ChannelOption) ?? "", cancellationToken).ConfigureAwait(false) is not { } subscription || subscription.Community != call.Community) return NoneThere();
        var day = Schedule.DayOf(subscription.NextDue, Schedule.Zone(subscription.Zone) ?? DateTimeZone.Utc);
        var ledger = await store.LedgerAsync(subscription.Channel, DailyDelivery.LedgerShown, cancellationToken).ConfigureAwait(false);
        // One that is claimed is fixed already.
        var post = ledger.FirstOrDefault(e => e.Day == day)?.Post ?? PostPlanner.Plan(call.Article, subscription.Content, ledger);
        return DailyPostReply.Of(post, day, call.Invocation.Place);
    }
}
