using NodaTime.Text;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily remove channel</c>.</summary>
internal sealed class RemoveCommand(ISubscriptionStore subscriptions, IDeliveryLedger ledger) : DailyCommand(Name, "Post nothing in a channel any more.", [CreateChannelOption("The channel.")], subscriptions, ledger)
{
    private const string Name = "remove";

    /// <summary>What removes one that is paused; its channel may have no name any more.</summary>
    /// <param name="number">The how-manieth it is in the list.</param>
    /// <param name="subscription">It.</param>
    /// <param name="place">Where it is shown.</param>
    public static ReplyAction CreateAction(int number, Subscription subscription, string place) => new(
        $"Remove no. {number}, of {LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(subscription.Time)} ({subscription.TimeZone.Id}): {subscription.Paused}",
        CommandRequest.Create($"{Group} {Name}", place, (ChannelOption, subscription.Channel)));

    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } found) return CreateNotFoundReply();
        await Subscriptions.RemoveAsync(found.Channel, cancellationToken);
        return Reply.Private("Removed. If you order it again, it goes on with what was not shown yet.");
    }
}
