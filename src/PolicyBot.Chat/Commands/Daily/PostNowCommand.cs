using NodaTime;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily post-now channel</c>: today's post, if it has not been posted.</summary>
internal sealed class PostNowCommand(ISubscriptionStore subscriptions, IDeliveryLedger ledger, DailyPostSender sender, IClock clock)
    : DailyCommand("post-now", "Post what is due today in a channel at once.", [CreateChannelOption("The channel.")], subscriptions, ledger)
{
    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } found) return CreateNotFoundReply();
        var now = clock.GetCurrentInstant();
        var today = Schedule.GetDay(now, found.TimeZone);
        var ledger = await ListLastDaysAsync(found.Channel, cancellationToken);
        switch (ledger.FirstOrDefault(e => e.Day == today))
        {
            case { State: LedgerState.Posted }:
                return Reply.Private($"Today’s is posted already. {SubscriptionFormatter.FormatState(found)}");
            case { State: LedgerState.Skipped, Note: var note }:
                return Reply.Private($"Today’s was left out: {note} {SubscriptionFormatter.FormatState(found)}");
        }

        if (found.NextDay < today && Schedule.IsInProgress(found, ledger))
            return Reply.Private(SubscriptionFormatter.FormatInProgress(found));

        // Due from now on, so that it is tried again where it does not get through at once.
        if (await Subscriptions.UpdateAsync(found.Channel, s => s with { NextDue = now, SkipsNext = false }, cancellationToken) is not { } before) return CreateNotFoundReply();
        DeliveryResult outcome;
        try
        {
            outcome = await sender.DeliverAsync(before with { NextDue = now, SkipsNext = false }, now, cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            return Reply.Private($"I could not note what came of it: {e.Message} {NotThrough(before)}");
        }

        return Reply.Private(outcome switch
        {
            DeliveryResult.Posted => await PostedAsync(before, isSkipKept: IsLater(before, today), cancellationToken),
            DeliveryResult.Skipped(var note) => note,
            DeliveryResult.Paused(var failure) => $"It could not be posted: {failure.Reason} Mend that, then /daily resume goes on.",
            DeliveryResult.Retrying(_, var failure) => $"{failure.Reason} {NotThrough(before)}{(IsLater(before, today) ? " That the one after it be left out is taken back." : "")}",
            _ => "Another try is under way. /daily status tells in a few minutes what came of it.",
        });
    }

    private static string NotThrough(Subscription before) => before.Paused is null
        ? "It did not get through yet, as far as I know; I go on trying."
        : "It is not known whether it got through. As posts are paused there, I do not try again by myself.";

    // Whether the one to be left out is another than today’s.
    private static bool IsLater(Subscription before, LocalDate today) =>
        before.SkipsNext && before.NextDay > today;

    private async Task<string> PostedAsync(Subscription before, bool isSkipKept, CancellationToken cancellationToken)
    {
        if (isSkipKept) await Subscriptions.UpdateAsync(before.Channel, s => s with { SkipsNext = true }, cancellationToken);
        return await Subscriptions.FindAsync(before.Channel, cancellationToken) is { } then ? $"Posted. {SubscriptionFormatter.FormatState(then)}" : "Posted.";
    }
}
