using NodaTime;

namespace PolicyBot.Chat.Usage;

/// <summary>How many days counts are about: whole days (UTC), including today.</summary>
public static class UsageRange
{
    /// <summary>The number of days unless somebody chooses another.</summary>
    public const int DefaultDays = 30;

    /// <summary>The highest number of days.</summary>
    public const int MaxDays = 365;

    /// <summary>Returns the exclusive start of a number of days that end now.</summary>
    public static Instant GetStart(Instant now, int days) =>
        now.InUtc().Date.PlusDays(1 - days).AtMidnight().InUtc().ToInstant() - Duration.FromMilliseconds(1);
}
