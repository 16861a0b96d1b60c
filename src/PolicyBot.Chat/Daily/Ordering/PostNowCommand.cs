using NodaTime;
using PolicyBot.Chat.Replies;

namespace PolicyBot.Chat.Daily.Ordering;

/// <summary><c>/daily post-now channel</c>: today's post, if it has not been posted.</summary>
internal sealed class PostNowCommand(IDailyStore store, DailyDelivery delivery, IClock clock) : DailyCommand("post-now", "Post what is due today in a channel at once.", [OfChannel("The channel.")])
{
    protected override async Task<Reply> RunAsync(DailyCall call, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(call.Option(ChannelOption) ?? "", cancellationToken).ConfigureAwait(false) is not { } subscription || subscription.Community != call.Community) return NoneThere();
        var now = clock.GetCurrentInstant();
        return Reply.Aside(await delivery.DeliverAsync(subscription with { NextDue = now, SkipsNext = false, Paused = null }, now, cancellationToken).ConfigureAwait(false) switch
        {
            DeliveryOutcome.Posted => "Posted. The next one is due tomorrow.",
            DeliveryOutcome.Dropped(var note) => note,
            DeliveryOutcome.Paused(var reason) => $"It could not be posted: {reason} Mend that, then /daily resume goes on.",
            DeliveryOutcome.Later => "It could not be posted yet; I go on trying.",
            _ => "Today’s is posted already, or being sent. The next one is due tomorrow.",
        });
    }
}
