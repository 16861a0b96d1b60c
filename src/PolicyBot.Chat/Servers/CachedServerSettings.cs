
namespace PolicyBot.Chat.Servers;

/// <summary>What is known of a community's settings, and whether they are being read. Safe for many threads.</summary>
/// <param name="settings">The settings, or null where they were never read.</param>
internal sealed class CachedServerSettings(ServerSettings? settings = null)
{
    private readonly Lock _sync = new();
    private volatile ServerSettings? _settings = settings;
    private Task _reading = Task.CompletedTask;
    private long? _beganAt;

    /// <summary>The settings, or null where they were never read.</summary>
    public ServerSettings? Settings
    {
        get => _settings;
        set => _settings = value;
    }

    /// <summary>Whether the store, which couldn't be read last, is known to hold no settings of any server.</summary>
    public bool HasNone { get; set; }

    /// <summary>How long ago the last reading began; only after <see cref="Refresh"/>.</summary>
    public TimeSpan GetTimeReading(TimeProvider time)
    {
        lock (_sync) return time.GetElapsedTime(_beganAt!.Value);
    }

    /// <summary>Has them read where they were not read for so long; once, however many ask.</summary>
    /// <returns>The reading that is under way, or the last one.</returns>
    public Task Refresh(TimeProvider time, TimeSpan freshness, Func<Task> read)
    {
        lock (_sync)
        {
            var now = time.GetTimestamp();
            if (_beganAt is { } at && (!_reading.IsCompleted || time.GetElapsedTime(at, now) < freshness)) return _reading;
            _beganAt = now;
            return _reading = read();
        }
    }
}
