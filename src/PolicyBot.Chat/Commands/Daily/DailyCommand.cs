using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary>One of the commands <c>/daily …</c>.</summary>
/// <param name="name">Its name behind <c>daily</c>.</param>
/// <param name="description">What it does.</param>
/// <param name="options">Its options.</param>
/// <param name="store">The subscriptions.</param>
internal abstract class DailyCommand(string name, string description, IReadOnlyList<CommandOption> options, IDailyStore store)
    : ModeratorCommand($"{Group} {name}", description, options)
{
    /// <summary>The word that all of them begin with.</summary>
    public const string Group = "daily";

    /// <summary>The option that names a channel.</summary>
    protected const string ChannelOption = "channel";

    protected IDailyStore Store => store;

    /// <summary>The option for a channel that has a daily post.</summary>
    protected static CommandOption CreateChannelOption(string description) => new(ChannelOption, description) { Kind = OptionKind.Channel, IsRequired = true };

    /// <summary>Says that a channel has none.</summary>
    protected static Reply CreateNotFoundReply() => Reply.Private("That channel has no daily post. /daily set orders one.");

    /// <summary>The subscription of the channel that was named; null where there is none, or it is another server’s.</summary>
    protected async Task<Subscription?> FindAsync(ModeratorContext call, CancellationToken cancellationToken) =>
        call.GetOption(ChannelOption) is { } channel && await store.FindAsync(channel, cancellationToken) is { } found && found.Server == call.Server ? found : null;

    /// <summary>Whether the day that is due was begun, so that it may stand in the channel already.</summary>
    protected async Task<bool> IsInProgressAsync(Subscription subscription, CancellationToken cancellationToken) =>
        Schedule.IsInProgress(subscription, await ListLastDaysAsync(subscription.Channel, cancellationToken));

    /// <summary>The last two days of a channel: before one that is tried no other is open.</summary>
    protected Task<IReadOnlyList<LedgerEntry>> ListLastDaysAsync(string channel, CancellationToken cancellationToken) => store.ListEntriesAsync(channel, 2, cancellationToken);
}
