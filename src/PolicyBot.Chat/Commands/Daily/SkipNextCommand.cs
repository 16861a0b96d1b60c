using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily skip-next channel</c>.</summary>
internal sealed class SkipNextCommand(ISubscriptionStore subscriptions, IDeliveryLedger ledger) : DailyCommand(
    "skip-next",
    "Leave the next post of a channel out.",
    [CreateChannelOption("The channel.")],
    subscriptions,
    ledger)
{
    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } found) return CreateNotFoundReply();
        var before = await Subscriptions.UpdateAsync(
            found.Channel, s => s with { SkipsNext = true }, cancellationToken);
        if (before is null) return CreateNotFoundReply();

        // Checked after the change, because no post is claimed from then on.
        if (!before.SkipsNext && await IsInProgressAsync(before, cancellationToken))
        {
            await Subscriptions.UpdateAsync(found.Channel, s => s with { SkipsNext = false }, cancellationToken);
            return Reply.Private($"The one that was due {SubscriptionFormatter.FormatDue(before)} is being sent already, so I left out nothing. Call this again once it is posted; /daily status tells.");
        }

        return Reply.Private(SubscriptionFormatter.FormatState(before with { SkipsNext = true }));
    }
}
