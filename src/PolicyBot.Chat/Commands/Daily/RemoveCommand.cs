using NodaTime.Text;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily remove channel</c>.</summary>
internal sealed class RemoveCommand(ISubscriptionStore subscriptions, IDeliveryLedger ledger) : DailyCommand(
    Name, "Stop posting in a channel.", [CreateChannelOption("The channel.")], subscriptions, ledger)
{
    private const string Name = "remove";

    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Creates a button that removes a paused subscription, whose channel may have been deleted.</summary>
    /// <param name="number">Its 1-based position in the list.</param>
    /// <param name="subscription">The subscription.</param>
    /// <param name="conversationId">Where the button is shown.</param>
    public static ReplyAction CreateAction(int number, Subscription subscription, string conversationId)
    {
        var time = $"{TimePattern.Format(subscription.Time)}, {subscription.TimeZone.Id}";
        return new ReplyAction(
            $"Remove no. {number} ({time}): {subscription.Paused}",
            CommandRequest.Create($"{Group} {Name}", conversationId, (ChannelOption, subscription.Channel)));
    }

    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, cancellationToken) is not { } found) return CreateNotFoundReply();
        await Subscriptions.RemoveAsync(found.Channel, cancellationToken);
        return Reply.Private("Removed. If you set it up again, it continues with what hasn't been shown yet.");
    }
}
