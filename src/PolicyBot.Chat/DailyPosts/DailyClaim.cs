using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>A claim of a channel's post of one day, which keeps all other instances from sending it.</summary>
public sealed record DailyClaim
{
    /// <summary>The subscription as it was read.</summary>
    public required Subscription Subscription { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>How often the day had been claimed when the ledger was read; 0 for never.</summary>
    public int Attempts { get; init; }

    /// <summary>The post, if this is the first claim.</summary>
    public required DailyPost Post { get; init; }

    /// <summary>Who claims it; unique to each attempt.</summary>
    public required string Owner { get; init; }

    /// <summary>The time.</summary>
    public required Instant Now { get; init; }

    /// <summary>How long nobody else can claim the day.</summary>
    public required Duration Lease { get; init; }
}
