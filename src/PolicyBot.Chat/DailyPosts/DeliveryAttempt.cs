using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>An attempt to deliver a channel's post of one day.</summary>
public sealed record DeliveryAttempt
{
    /// <summary>The subscription as it was read.</summary>
    public required Subscription Subscription { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>
    /// Who makes it; unique to each attempt, so that a late action of an earlier one doesn't affect it.
    /// </summary>
    public required string Owner { get; init; }

    /// <summary>The time.</summary>
    public required Instant Now { get; init; }

    /// <summary>When the channel's next post is due if this one is posted or skipped.</summary>
    public required Instant NextDue { get; init; }

    /// <summary>How long its claim keeps others from the day.</summary>
    public required Duration Lease { get; init; }

    /// <summary>The channel.</summary>
    public string Channel => Subscription.Channel;
}
