using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>A channel that gets a post every day.</summary>
public sealed record Subscription
{
    /// <summary>The channel, as the platform names it; each has at most one subscription.</summary>
    public required string Channel { get; init; }

    /// <summary>What the channel is a part of, as the platform names it: a server.</summary>
    public required string Server { get; init; }

    /// <summary>When the post is due, to the minute.</summary>
    public required LocalTime Time { get; init; }

    /// <summary>The IANA name of the time zone in which it is.</summary>
    public required string TimeZone { get; init; }

    /// <summary>What is posted.</summary>
    public DailyContent Content { get; init; } = DailyContent.Full;

    /// <summary>Who ordered it, as the platform names them.</summary>
    public required string SetBy { get; init; }

    /// <summary>When the next post is due.</summary>
    public required Instant NextDue { get; init; }

    /// <summary>Why nothing is posted for now, in words for its moderators; null where it is.</summary>
    public string? Paused { get; init; }

    /// <summary>Whether the next post is left out.</summary>
    public bool SkipsNext { get; init; }
}
