using NodaTime;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily preview channel</c>: the next post, exactly as it will look.</summary>
internal sealed class PreviewCommand(ISubscriptionStore subscriptions, IDeliveryLedger ledger, DailyPostComposer composer, IClock clock)
    : DailyCommand("preview", "Show the next daily post of a channel, to you alone.", [CreateChannelOption("The channel.")], subscriptions, ledger)
{
    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } found) return CreateNotFoundReply();
        var day = found.NextDay;
        var state = await composer.ReadHistoryAsync(found, cancellationToken);
        // One that is claimed is fixed already.
        var post = state.Ledger.FirstOrDefault(e => e.Day == day)?.Post ?? await composer.ComposeAsync(found, state, clock.GetCurrentInstant(), cancellationToken);
        return DailyPostReply.Create(post, day, call.Request.ConversationId);
    }
}
