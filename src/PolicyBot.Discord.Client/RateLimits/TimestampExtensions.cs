namespace PolicyBot.Discord.Client.RateLimits;

/// <summary>Adds to and compares the timestamps of a <see cref="TimeProvider"/>.</summary>
public static class TimestampExtensions
{
    /// <summary>Gets the timestamp after a time span from now.</summary>
    public static long GetTimestampAfter(this TimeProvider time, TimeSpan span) =>
        time.GetTimestamp() + time.ToTimestampUnits(span);

    /// <summary>
    /// Gets the time until a timestamp, rounded up to milliseconds so that a timer doesn't fire too early; zero if it
    /// is over.
    /// </summary>
    public static TimeSpan GetTimeUntil(this TimeProvider time, long timestamp)
    {
        var now = time.GetTimestamp();
        return timestamp <= now
            ? TimeSpan.Zero
            : TimeSpan.FromMilliseconds(Math.Ceiling(time.GetElapsedTime(now, timestamp).TotalMilliseconds));
    }

    /// <summary>Converts a time span to the unit of the timestamps.</summary>
    public static long ToTimestampUnits(this TimeProvider time, TimeSpan span) =>
        (long)(span.TotalSeconds * time.TimestampFrequency);
}
