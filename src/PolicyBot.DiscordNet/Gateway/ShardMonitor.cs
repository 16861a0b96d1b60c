namespace PolicyBot.DiscordNet.Gateway;

/// <summary>Records whether a shard is connected, and since when it isn't. Thread-safe.</summary>
internal sealed class ShardMonitor
{
    private readonly Lock _sync = new();
    private TaskCompletionSource _disconnected = CreateSignal();
    private long? _disconnectedAt;
    private bool _wasConnected;

    /// <summary>Completes when the shard isn't connected.</summary>
    public Task Disconnected
    {
        get
        {
            lock (_sync) return _disconnected.Task;
        }
    }

    /// <summary>Records that the shard connected.</summary>
    /// <returns>Whether it had been connected before.</returns>
    public bool MarkConnected()
    {
        lock (_sync)
        {
            _disconnectedAt = null;
            if (_disconnected.Task.IsCompleted) _disconnected = CreateSignal();
            var wasConnected = _wasConnected;
            _wasConnected = true;
            return wasConnected;
        }
    }

    /// <summary>Records that the shard lost its connection, or failed to connect again.</summary>
    public void MarkDisconnected(long timestamp)
    {
        lock (_sync)
        {
            _disconnectedAt = timestamp;
            _disconnected.TrySetResult();
        }
    }

    /// <summary>Whether the last attempt to connect ended that long ago.</summary>
    public bool IsDisconnectedFor(TimeSpan span, TimeProvider time)
    {
        lock (_sync) return _disconnectedAt is { } timestamp && time.GetElapsedTime(timestamp) >= span;
    }

    private static TaskCompletionSource CreateSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
