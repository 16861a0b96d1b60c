namespace PolicyBot.Chat.Servers;

/// <summary>The settings of a server, and whether they are being read. Thread-safe.</summary>
/// <param name="settings">The settings, or null if they were never read.</param>
internal sealed class CachedServerSettings(ServerSettings? settings = null)
{
    private readonly Lock _sync = new();
    private volatile ServerSettings? _settings = settings;
    private Task _reading = Task.CompletedTask;
    private long? _beganAt;

    /// <summary>The settings, or null if they were never read.</summary>
    public ServerSettings? Settings
    {
        get => _settings;
        set => _settings = value;
    }

    /// <summary>Whether the last reading failed, but the store is known to be empty.</summary>
    public bool HasNone { get; set; }

    /// <summary>Returns how long ago the last reading began. Call <see cref="Refresh"/> first.</summary>
    public TimeSpan GetTimeReading(TimeProvider time)
    {
        lock (_sync) return time.GetElapsedTime(_beganAt!.Value);
    }

    /// <summary>Starts a reading if none is running and the last one is too old.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="freshness">How old the last reading may be.</param>
    /// <param name="read">Reads the settings.</param>
    /// <returns>The reading that is running, or the last one.</returns>
    public Task Refresh(TimeProvider time, TimeSpan freshness, Func<Task> read)
    {
        lock (_sync)
        {
            var now = time.GetTimestamp();
            var isFresh = _beganAt is { } at && time.GetElapsedTime(at, now) < freshness;
            if (_beganAt is not null && (isFresh || !_reading.IsCompleted)) return _reading;
            _beganAt = now;
            return _reading = read();
        }
    }
}
