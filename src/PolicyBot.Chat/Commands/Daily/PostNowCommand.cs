using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily post-now channel</c>: sends today's post now, unless it was sent or skipped.</summary>
internal sealed class PostNowCommand(
    ISubscriptionStore subscriptions, IDeliveryLedger ledger, DailyPostSender sender, IClock clock)
    : DailyCommand(
        "post-now",
        "Send today's post in a channel now.",
        [CreateChannelOption("The channel.")],
        subscriptions,
        ledger)
{
    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, cancellationToken) is not { } found) return CreateNotFoundReply();
        var now = clock.GetCurrentInstant();
        var today = Schedule.GetDay(now, found.TimeZone);
        var lastDays = await ListLastDaysAsync(found.Channel, cancellationToken);
        var state = SubscriptionFormatter.FormatState(found);
        switch (lastDays.FirstOrDefault(e => e.Day == today))
        {
            case { State: LedgerState.Posted }:
                return Reply.Private($"Today's post is already in the channel. {state}");
            case { State: LedgerState.Skipped, Note: var note }:
                return Reply.Private($"Today's post was skipped: {note} {state}");
        }

        if (found.NextDay < today && Schedule.IsInProgress(found, lastDays))
            return Reply.Private(SubscriptionFormatter.FormatInProgress(found));

        // It is due from now on, so the bot tries again if it doesn't succeed at once.
        var before = await Subscriptions.UpdateAsync(
            found.Channel, s => s with { NextDue = now, SkipsNext = false }, cancellationToken);
        if (before is null) return CreateNotFoundReply();
        DeliveryResult result;
        try
        {
            var due = before with { NextDue = now, SkipsNext = false };
            result = await sender.DeliverAsync(due, now, cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            return Reply.Private($"I couldn't record the result: {e.Message} {DescribeUnsent(before)}");
        }

        var wasToSkipLater = before.SkipsNext && before.NextDay > today;
        return Reply.Private(result switch
        {
            DeliveryResult.Posted => await FinishAsync(before, wasToSkipLater, cancellationToken),
            DeliveryResult.Skipped(var note, _) => note,
            DeliveryResult.Paused(var failure) =>
                $"I couldn't post it: {failure.Reason} Fix that, then use /daily resume.",
            DeliveryResult.Retrying(_, var failure) => $"{failure.Reason} {DescribeUnsent(before)}"
                + (wasToSkipLater ? " The next post will no longer be skipped." : ""),
            _ => "A post is already being sent; check /daily status in a few minutes.",
        });
    }

    private static string DescribeUnsent(Subscription before) => before.Paused is null
        ? "It hasn't gone out yet, as far as I know; I'll keep trying."
        : "I don't know whether it went out. Posts are paused there, so I won't try again.";

    private async Task<string> FinishAsync(
        Subscription before, bool skipsNext, CancellationToken cancellationToken)
    {
        if (skipsNext)
            await Subscriptions.UpdateAsync(before.Channel, s => s with { SkipsNext = true }, cancellationToken);
        return await Subscriptions.FindAsync(before.Channel, cancellationToken) is { } current
            ? $"Posted. {SubscriptionFormatter.FormatState(current)}"
            : "Posted.";
    }
}
