using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily pause channel</c>.</summary>
internal sealed class PauseCommand(ISubscriptionStore subscriptions, IDeliveryLedger ledger) : DailyCommand(
    "pause",
    "Pause daily posts in a channel until you resume them.",
    [CreateChannelOption("The channel.")],
    subscriptions,
    ledger)
{
    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, cancellationToken) is not { } found) return CreateNotFoundReply();
        var before = await Subscriptions.UpdateAsync(found.Channel, Pause, cancellationToken);
        return before is null
            ? CreateNotFoundReply()
            : Reply.Private(SubscriptionFormatter.FormatState(Pause(before)));
    }

    private static Subscription Pause(Subscription subscription) =>
        subscription with { Paused = "A moderator paused it." };
}
