using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary>
/// <c>/daily resume channel</c>: ends a pause, and skips no post. A post that was in progress before the pause comes
/// first.
/// </summary>
internal sealed class ResumeCommand(
    ISubscriptionStore subscriptions,
    IDeliveryLedger ledger,
    IDailyChannels channels,
    DailyPostScheduler scheduler,
    IClock clock)
    : DailyCommand(
        "resume", "Post in a channel again.", [CreateChannelOption("The channel.")], subscriptions, ledger)
{
    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, cancellationToken) is not { } found) return CreateNotFoundReply();
        var problem = await PermissionMessages.FindProblemAsync(
            channels, context.Server, found.Channel, cancellationToken);
        if (problem is not null) return Reply.Private(problem);
        var now = clock.GetCurrentInstant();
        var lastDays = await ListLastDaysAsync(found.Channel, cancellationToken);
        if (await Subscriptions.UpdateAsync(found.Channel, Resume, cancellationToken) is not { } before)
            return CreateNotFoundReply();
        scheduler.NotifyChanged();
        return Reply.Private(SubscriptionFormatter.FormatChanged(Resume(before), now));

        Subscription Resume(Subscription s) => s with
        {
            Paused = null,
            SkipsNext = false,
            NextDue = Schedule.GetNextDueAfterChange(s, s, lastDays, now),
        };
    }
}
