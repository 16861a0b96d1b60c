namespace PolicyBot.Benchmarks.Connection;

/// <summary>When the gateway connection was interrupted. Thread-safe.</summary>
internal sealed class SoakInterruptions
{
    // What is on its way when the connection breaks can be lost, too.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(0.5);

    private readonly Lock _sync = new();
    private readonly List<(DateTimeOffset Start, DateTimeOffset End)> _all = [];

    /// <summary>An interruption starts now.</summary>
    public void Begin()
    {
        lock (_sync) _all.Add((TimeProvider.System.GetUtcNow(), DateTimeOffset.MaxValue - Margin));
    }

    /// <summary>The interruption ends now.</summary>
    public void End()
    {
        lock (_sync) _all[^1] = (_all[^1].Start, TimeProvider.System.GetUtcNow());
    }

    /// <summary>Whether an event sent then may have met no connection.</summary>
    public bool Contain(DateTimeOffset sentAt)
    {
        lock (_sync) return _all.Exists(i => sentAt >= i.Start - Margin && sentAt <= i.End + Margin);
    }
}
