namespace PolicyBot.Discord.Testing.Gateway;

/// <summary>How many sessions may be started: at once, and in a day.</summary>
internal sealed class IdentifyGate(DiscordServerOptions options)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<int, long> lastByKey = [];
    private readonly long startedAt = options.TimeProvider.GetTimestamp();
    private int used;
    private int resets;

    public int Total => Math.Max(1000, options.SessionStartsRemaining);

    public (int Remaining, TimeSpan ResetAfter) Now
    {
        get
        {
            lock (gate)
                return Read();
        }
    }

    /// <summary>Null when the shard may identify, or why it may not.</summary>
    public string? TryPass(int shard)
    {
        lock (gate)
        {
            if (Read().Remaining <= 0)
                return "no session start is left";
            used++;
            var key = shard % Math.Max(1, options.MaxConcurrency);
            var isTooSoon = lastByKey.TryGetValue(key, out var last) && options.TimeProvider.GetElapsedTime(last) < Window;
            if (isTooSoon)
                return $"more than {options.MaxConcurrency} in five seconds";
            lastByKey[key] = options.TimeProvider.GetTimestamp();
            return null;
        }
    }

    private (int Remaining, TimeSpan ResetAfter) Read()
    {
        var elapsed = options.TimeProvider.GetElapsedTime(startedAt);
        var period = TimeSpan.FromDays(1);
        var sinceReset = elapsed - options.SessionStartsResetAfter;
        var due = sinceReset < TimeSpan.Zero ? 0 : 1 + (int)(sinceReset / period);
        if (due > resets)
        {
            resets = due;
            used = 0;
        }

        var nextReset = options.SessionStartsResetAfter + due * period;
        return (Math.Max(0, (resets == 0 ? options.SessionStartsRemaining : Total) - used), nextReset - elapsed);
    }
}
