using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily skip-next channel</c>.</summary>
internal sealed class SkipNextCommand(ISubscriptionStore subscriptions, IDeliveryLedger ledger) : DailyCommand(
    "skip-next",
    "Skip the next post in a channel.",
    [CreateChannelOption("The channel.")],
    subscriptions,
    ledger)
{
    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, cancellationToken) is not { } found) return CreateNotFoundReply();
        var before = await Subscriptions.UpdateAsync(
            found.Channel, s => s with { SkipsNext = true }, cancellationToken);
        if (before is null) return CreateNotFoundReply();

        // Checked after the change, because no post is claimed from then on.
        if (!before.SkipsNext && await IsInProgressAsync(before, cancellationToken))
        {
            await Subscriptions.UpdateAsync(found.Channel, s => s with { SkipsNext = false }, cancellationToken);
            return Reply.Private(
                $"The post due {SubscriptionFormatter.FormatDue(before)} is already being sent, so nothing was "
                    + "skipped. "
                + "Use this command again once it's posted (see /daily status).");
        }

        return Reply.Private(SubscriptionFormatter.FormatState(before with { SkipsNext = true }));
    }
}
