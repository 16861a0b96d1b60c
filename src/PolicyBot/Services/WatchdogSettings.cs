using System.Globalization;

namespace PolicyBot.Services;

/// <summary>Systemd's watchdog, which restarts a service that gives no sign of life.</summary>
/// <param name="Timeout">How long it waits for a sign of life, or null if there is no watchdog.</param>
internal sealed record WatchdogSettings(TimeSpan? Timeout)
{
    /// <summary>Reads the settings from the environment, where systemd puts them.</summary>
    /// <param name="getVariable">Gets a variable, or null.</param>
    /// <param name="processId">The id of this process; the settings may be for another one.</param>
    public static WatchdogSettings Read(Func<string, string?> getVariable, int processId)
    {
        var isForOther = int.TryParse(getVariable("WATCHDOG_PID"), CultureInfo.InvariantCulture, out var id)
            && id != processId;
        return !isForOther
            && long.TryParse(getVariable("WATCHDOG_USEC"), CultureInfo.InvariantCulture, out var microseconds)
            && microseconds > 0
                ? new WatchdogSettings(TimeSpan.FromMicroseconds(microseconds))
                : new WatchdogSettings(Timeout: null);
    }
}
