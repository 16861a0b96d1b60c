using NodaTime;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily resume channel</c>: takes a pause back, and that the next post was to be left out. A day that was begun before the pause is seen to first.</summary>
internal sealed class ResumeCommand(IDailyStore store, IDailyChannels channels, DailyPostScheduler posts, IClock clock)
    : DailyCommand("resume", "Post in a channel again.", [OfChannel("The channel.")], store)
{
    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } found) return NoneThere();
        if (await PermissionMessages.ProblemAsync(channels, call.Server, found.Channel, cancellationToken) is { } problem) return Reply.Private(problem);
        var now = clock.GetCurrentInstant();
        var lastDays = await LastDaysAsync(found.Channel, cancellationToken);
        if (await Store.ChangeAsync(found.Channel, Resumed, cancellationToken) is not { } before) return NoneThere();
        posts.Wake();
        var after = Resumed(before);
        return Reply.Private(SubscriptionFormatter.Changed(after, now));

        Subscription Resumed(Subscription s) => s with { Paused = null, SkipsNext = false, NextDue = Schedule.NextOf(s, s, lastDays, now) };
    }
}
