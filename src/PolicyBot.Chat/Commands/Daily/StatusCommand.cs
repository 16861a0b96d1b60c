using NodaTime;
using NodaTime.Text;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily status</c>: the channels that get a post, when, and what became of the last ones.</summary>
internal sealed class StatusCommand(ISubscriptionStore subscriptions, IDeliveryLedger ledger) : DailyCommand("status", "Show which channels get a daily post, and what became of the last ones.", [], subscriptions, ledger)
{
    private const int DaysShown = 5;

    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        var subscriptions = await Subscriptions.ListAsync(call.Server, cancellationToken);
        if (subscriptions.Count == 0) return Reply.Private("No channel of this server has a daily post. /daily set orders one.");
        List<Block> blocks = [];
        foreach (var subscription in subscriptions)
        {
            var ledger = await Ledger.ListEntriesAsync(subscription.Channel, DaysShown, cancellationToken);
            blocks.Add(new Block.Channel(subscription.Channel));
            blocks.Add(new Block.List([new ListItem(SubscriptionFormatter.FormatState(subscription, Schedule.IsInProgress(subscription, ledger))), SubscriptionFormatter.FormatContent(subscription), .. ledger.Select(e => Item(e, subscription))]));
        }

        // A channel that is gone cannot be named any more.
        var removals = subscriptions.Index().Where(s => s.Item.Paused is not null).Take(Reply.MaxChoices).Select(s => RemoveCommand.CreateAction(s.Index + 1, s.Item, call.Request.ConversationId)).ToList();
        return new Reply { Title = "Daily posts", Blocks = blocks, Choices = removals };
    }

    private static ListItem Item(LedgerEntry entry, Subscription subscription) => new(
        entry.State switch
        {
            LedgerState.Posted => "posted",
            LedgerState.Skipped => $"left out: {entry.Note}",
            _ when !IsStillTried(entry, subscription) => "not posted, as far as I know",
            _ when entry.Note is { } note => $"not sent yet, tried {(entry.Attempts == 1 ? "once" : $"{entry.Attempts} times")}: {note}",
            _ => entry.Attempts == 1 ? "being sent" : $"being sent, at the {entry.Attempts}. try",
        },
        LocalDatePattern.Iso.Format(entry.Day));

    // Where it was paused over it, nobody tries any more, and after that it is the turn of a later day.
    private static bool IsStillTried(LedgerEntry entry, Subscription subscription) =>
        subscription.Paused is null && entry.Day == subscription.NextDay;
}
