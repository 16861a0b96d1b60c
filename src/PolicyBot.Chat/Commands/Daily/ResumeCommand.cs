using NodaTime;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily resume channel</c>: takes a pause back, and that the next post was to be left out. A day that was begun before the pause is seen to first.</summary>
internal sealed class ResumeCommand(ISubscriptionStore subscriptions, IDeliveryLedger ledger, IDailyChannels channels, DailyPostScheduler posts, IClock clock)
    : DailyCommand("resume", "Post in a channel again.", [CreateChannelOption("The channel.")], subscriptions, ledger)
{
    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } found) return CreateNotFoundReply();
        if (await PermissionMessages.FindProblemAsync(channels, call.Server, found.Channel, cancellationToken) is { } problem) return Reply.Private(problem);
        var now = clock.GetCurrentInstant();
        var lastDays = await ListLastDaysAsync(found.Channel, cancellationToken);
        if (await Subscriptions.UpdateAsync(found.Channel, Resumed, cancellationToken) is not { } before) return CreateNotFoundReply();
        posts.NotifyChanged();
        var after = Resumed(before);
        return Reply.Private(SubscriptionFormatter.FormatChanged(after, now));

        Subscription Resumed(Subscription s) => s with { Paused = null, SkipsNext = false, NextDue = Schedule.GetNextDueAfterChange(s, s, lastDays, now) };
    }
}
