using Microsoft.Extensions.Logging;

namespace PolicyBot.Chat.BackgroundServices;

/// <summary>
/// Finds out whether the system clock was set, by comparing it with the time that has passed. A clock that was set may
/// be wrong, and what is deleted or skipped at a wrong time is lost. Thread-safe.
/// </summary>
internal sealed partial class ClockWatch(TimeProvider time, ILogger<ClockWatch> logger)
{
    /// <summary>How long the clock isn't trusted after it was set, or after the program started.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>How often to look while it isn't trusted, because it may be set again.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // A smaller change does little harm.
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    private readonly Lock _sync = new();
    private readonly long _start = time.GetTimestamp();
    private DateTimeOffset _lastTime = time.GetUtcNow();
    private long _lastTimestamp = time.GetTimestamp();
    private long? _setAt;

    /// <summary>Whether the clock was set in the last five minutes, as far as the program has seen.</summary>
    public bool WasSet()
    {
        lock (_sync)
        {
            var (now, timestamp) = (time.GetUtcNow(), time.GetTimestamp());
            var expected = _lastTime + time.GetElapsedTime(_lastTimestamp, timestamp);
            (_lastTime, _lastTimestamp) = (now, timestamp);
            if ((now - expected).Duration() > Tolerance)
            {
                _setAt = timestamp;
                Log.ClockSet(logger, expected, now);
            }

            return _setAt is { } setAt && time.GetElapsedTime(setAt, timestamp) < Pause;
        }
    }

    /// <summary>Whether the clock may be wrong: it was set, or the program has just started and can't know.</summary>
    public bool MayBeWrong() => WasSet() || time.GetElapsedTime(_start) < Pause;

    private static partial class Log
    {
        [LoggerMessage(
            7201,
            LogLevel.Warning,
            "The system clock was set from {Expected:u} to {Now:u}. The bot sends no daily posts and deletes no "
            + "expired data until the clock has been steady for five minutes.")]
        public static partial void ClockSet(ILogger logger, DateTimeOffset expected, DateTimeOffset now);
    }
}
