using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>Which daily posts are due now and next. Paused subscriptions never are.</summary>
/// <param name="Due">The subscriptions that are due and not claimed, those that have been due longest first.</param>
/// <param name="TooLate">Those that are due later than any schedule allows, the first due first.</param>
/// <param name="NextDue">
/// When another subscription is next due or can be claimed again, as far as is known now; null if there is none.
/// </param>
public sealed record DueSubscriptions(
    IReadOnlyList<Subscription> Due, IReadOnlyList<Subscription> TooLate, Instant? NextDue);
