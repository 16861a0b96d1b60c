using NodaTime.Text;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily status</c>: shows which channels get a post, when, and what happened to the last ones.</summary>
internal sealed class StatusCommand(ISubscriptionStore subscriptions, IDeliveryLedger ledger) : DailyCommand(
    "status",
    "Show which channels get a daily post, and what happened to the last ones.",
    [],
    subscriptions,
    ledger)
{
    private const int DaysShown = 5;

    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        var all = await Subscriptions.ListAsync(context.Server, cancellationToken);
        if (all.Count == 0)
            return Reply.Private("No channel of this server has a daily post. Use /daily set to set one up.");
        List<Block> blocks = [];
        foreach (var subscription in all)
        {
            var days = await Ledger.ListEntriesAsync(subscription.Channel, DaysShown, cancellationToken);
            var state = SubscriptionFormatter.FormatState(subscription, Schedule.IsInProgress(subscription, days));
            blocks.Add(new Block.Channel(subscription.Channel));
            blocks.Add(new Block.List(
                [
                    new ListItem(state),
                    .. SubscriptionFormatter.ListContent(subscription),
                    .. days.Select(e => CreateItem(e, subscription)),
                ]));
        }

        // A deleted channel can't be named in a command any more.
        var removals = all.Index()
            .Where(s => s.Item.Paused is not null)
            .Take(Reply.MaxChoices)
            .Select(s => RemoveCommand.CreateAction(s.Index + 1, s.Item, context.Request.ConversationId));
        return new Reply { Title = "Daily posts", Blocks = blocks, Choices = [.. removals] };
    }

    private static ListItem CreateItem(LedgerEntry entry, Subscription subscription) => new(
        entry.State switch
        {
            LedgerState.Posted => "posted",
            LedgerState.Skipped => $"skipped: {entry.Note}",
            _ when !IsStillTried(entry, subscription) => "probably not posted",
            _ when entry.Note is { } note =>
                $"not sent yet, tried {(entry.Attempts == 1 ? "once" : $"{entry.Attempts} times")}: {note}",
            _ => entry.Attempts == 1 ? "sending" : $"sending (attempt {entry.Attempts})",
        },
        LocalDatePattern.Iso.Format(entry.Day));

    // The bot doesn't try while posts are paused, nor after the next day's post has become due.
    private static bool IsStillTried(LedgerEntry entry, Subscription subscription) =>
        subscription.Paused is null && entry.Day == subscription.NextDay;
}
