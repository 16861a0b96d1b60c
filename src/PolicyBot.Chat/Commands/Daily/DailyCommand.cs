using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary>One of the <c>/daily …</c> commands.</summary>
/// <param name="name">The name after <c>daily</c>.</param>
/// <param name="description">What the command does.</param>
/// <param name="options">The options.</param>
/// <param name="subscriptions">The subscriptions.</param>
/// <param name="ledger">The ledger.</param>
internal abstract class DailyCommand(
    string name,
    string description,
    IReadOnlyList<CommandOption> options,
    ISubscriptionStore subscriptions,
    IDeliveryLedger ledger)
    : ModeratorCommand($"{Group} {name}", description, options)
{
    /// <summary>The first word of all these commands.</summary>
    public const string Group = "daily";

    /// <summary>The option that names a channel.</summary>
    protected const string ChannelOption = "channel";

    protected ISubscriptionStore Subscriptions => subscriptions;

    protected IDeliveryLedger Ledger => ledger;

    /// <summary>Creates the option for a channel.</summary>
    protected static CommandOption CreateChannelOption(string description) =>
        new(ChannelOption, description) { Kind = OptionKind.Channel, IsRequired = true };

    /// <summary>Creates the reply for a channel without a daily post.</summary>
    protected static Reply CreateNotFoundReply() =>
        Reply.Private("That channel has no daily post. Use /daily set to set one up.");

    /// <summary>
    /// Finds the subscription of the named channel; null if it has none, or is another server's channel.
    /// </summary>
    protected async Task<Subscription?> FindAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        if (context.GetOption(ChannelOption) is not { } channel) return null;
        var found = await subscriptions.FindAsync(channel, cancellationToken);
        return found?.Server == context.Server ? found : null;
    }

    /// <summary>Whether the next post has been claimed, so that it may be in the channel already.</summary>
    protected async Task<bool> IsInProgressAsync(Subscription subscription, CancellationToken cancellationToken) =>
        Schedule.IsInProgress(subscription, await ListLastDaysAsync(subscription.Channel, cancellationToken));

    /// <summary>Lists the last two days of a channel. Earlier ones are never in progress.</summary>
    protected Task<IReadOnlyList<LedgerEntry>> ListLastDaysAsync(string channel, CancellationToken cancellationToken) =>
        ledger.ListEntriesAsync(channel, 2, cancellationToken);
}
