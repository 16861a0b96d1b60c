using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>A channel that gets a post every day.</summary>
public sealed record Subscription
{
    /// <summary>The channel's id on the platform. A channel has at most one subscription.</summary>
    public required string Channel { get; init; }

    /// <summary>The id of the channel's server.</summary>
    public required string Server { get; init; }

    /// <summary>When posts are due, to the minute.</summary>
    public required LocalTime Time { get; init; }

    /// <summary>The time zone of <see cref="Time"/>, from the IANA database.</summary>
    public required DateTimeZone TimeZone { get; init; }

    /// <summary>What posts contain.</summary>
    public DailyContent Content { get; init; } = DailyContent.Full;

    /// <summary>The name of the article that posts are about; null for the first one in the channel.</summary>
    public string? Article { get; init; }

    /// <summary>The id of the user who set it up.</summary>
    public required string SetBy { get; init; }

    /// <summary>When the next post is due.</summary>
    public required Instant NextDue { get; init; }

    /// <summary>Why posts are paused, for the channel's moderators; null if they aren't.</summary>
    public string? Paused { get; init; }

    /// <summary>Whether the next post is skipped.</summary>
    public bool SkipsNext { get; init; }

    /// <summary>The day of the next post.</summary>
    public LocalDate NextDay => Schedule.GetDay(NextDue, TimeZone);
}
