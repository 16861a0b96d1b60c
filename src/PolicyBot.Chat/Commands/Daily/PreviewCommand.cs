using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily preview channel</c>: shows the next post exactly as it will look.</summary>
internal sealed class PreviewCommand(
    ISubscriptionStore subscriptions, IDeliveryLedger ledger, DailyPostComposer composer, IClock clock)
    : DailyCommand(
        "preview",
        "Preview a channel's next daily post; only you see it.",
        [CreateChannelOption("The channel.")],
        subscriptions,
        ledger)
{
    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, cancellationToken) is not { } found) return CreateNotFoundReply();
        var day = found.NextDay;
        var history = await composer.ReadHistoryAsync(found, cancellationToken);

        // The content of a claimed post is fixed.
        var post = history.Ledger.FirstOrDefault(e => e.Day == day)?.Post
            ?? await composer.ComposeAsync(found, history, clock.GetCurrentInstant(), cancellationToken);
        return DailyPostReply.Create(post, day, context.Request.ConversationId);
    }
}
