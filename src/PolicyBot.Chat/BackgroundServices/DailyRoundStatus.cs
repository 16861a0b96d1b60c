using NodaTime;

namespace PolicyBot.Chat.BackgroundServices;

/// <summary>When the bot last looked for daily posts that are due. Thread-safe.</summary>
public sealed class DailyRoundStatus
{
    private volatile Round? _last;

    /// <summary>The last round, or null before the first one has ended.</summary>
    public Round? Last => _last;

    /// <summary>Records that a round ended.</summary>
    /// <param name="at">When.</param>
    /// <param name="problem">Why it failed, or null.</param>
    public void Record(Instant at, string? problem) => _last = new Round(at, problem);

    /// <summary>A round that ended.</summary>
    /// <param name="EndedAt">When.</param>
    /// <param name="Problem">Why it failed, or null.</param>
    public sealed record Round(Instant EndedAt, string? Problem);
}
