using NodaTime;
using PolicyBot.Chat.Replies;

namespace PolicyBot.Chat.Daily.Ordering;

/// <summary><c>/daily pause</c>, <c>resume</c>, <c>skip-next</c> and <c>remove</c>: change one thing about a channel's posts.</summary>
/// <param name="name">The name behind <c>daily</c>.</param>
/// <param name="description">What it does.</param>
/// <param name="store">The store.</param>
/// <param name="change">The subscription as it is then, or null to forget it; and what is said.</param>
internal sealed class ChangeCommand(string name, string description, IDailyStore store, Func<Subscription, (Subscription? Changed, string Said)> change)
    : DailyCommand(name, description, [OfChannel("The channel.")])
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ChangeCommand> All(IDailyStore store, IClock clock) =>
    [
        new("pause", "Post nothing in a channel until you resume it.", store, s => (s with { Paused = "A moderator paused it." }, "Paused. /daily resume goes on.")),
        new("resume", "Post in a channel again.", store, s => Say(s with { Paused = null, NextDue = NextDue(s, clock) })),
        new("skip-next", "Leave the next post of a channel out.", store, s => Say(s with { SkipsNext = true })),
        new("remove", "Post nothing in a channel any more.", store, _ => (null, "Removed. If you order it again, it goes on with what was not shown yet.")),
    ];

    protected override async Task<Reply> RunAsync(DailyCall call, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(call.Option(ChannelOption) ?? "", cancellationToken).ConfigureAwait(false) is not { } subscription || subscription.Community != call.Community) return NoneThere();
        var (changed, said) = change(subscription);
        if (changed is null) await store.RemoveAsync(subscription.Channel, cancellationToken).ConfigureAwait(false);
        else await store.PutAsync(changed, cancellationToken).ConfigureAwait(false);
        return Reply.Aside(said);
    }

    private static (Subscription Changed, string Said) Say(Subscription subscription) => (subscription, SubscriptionText.State(subscription));

    private static Instant NextDue(Subscription subscription, IClock clock) =>
        Schedule.NextAfter(clock.GetCurrentInstant(), subscription.Time, Schedule.Zone(subscription.Zone) ?? DateTimeZone.Utc);
}
