namespace PolicyBot.Chat.Communities;

/// <summary>What is known of a community's settings, and whether they are being read. Safe for many threads.</summary>
/// <param name="settings">The settings, or null where they were never read.</param>
internal sealed class KnownSettings(CommunitySettings? settings = null)
{
    private readonly Lock sync = new();
    private volatile CommunitySettings? settings = settings;
    private Task reading = Task.CompletedTask;
    private long? beganAt;

    /// <summary>The settings, or null where they were never read.</summary>
    public CommunitySettings? Settings
    {
        get => settings;
        set => settings = value;
    }

    /// <summary>Whether the store, which couldn't be read last, is known to hold no settings of any server.</summary>
    public bool HasNone { get; set; }

    /// <summary>How long ago the last reading began; only after <see cref="Refresh"/>.</summary>
    public TimeSpan ReadingFor(TimeProvider time)
    {
        lock (sync) return time.GetElapsedTime(beganAt!.Value);
    }

    /// <summary>Has them read where they were not read for so long; once, however many ask.</summary>
    /// <returns>The reading that is under way, or the last one.</returns>
    public Task Refresh(TimeProvider time, TimeSpan freshness, Func<Task> read)
    {
        lock (sync)
        {
            var now = time.GetTimestamp();
            if (beganAt is { } at && (!reading.IsCompleted || time.GetElapsedTime(at, now) < freshness)) return reading;
            beganAt = now;
            return reading = read();
        }
    }
}
