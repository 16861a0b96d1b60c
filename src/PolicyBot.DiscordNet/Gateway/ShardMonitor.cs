namespace PolicyBot.DiscordNet.Gateway;

/// <summary>Whether a shard is connected, and since when it is not. Safe for many threads.</summary>
internal sealed class ShardMonitor
{
    private readonly Lock _sync = new();
    private TaskCompletionSource _down = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _downSince;
    private bool _wasUp;

    /// <summary>Completes when it is not connected.</summary>
    public Task Down
    {
        get
        {
            lock (_sync) return _down.Task;
        }
    }

    /// <summary>It is connected.</summary>
    /// <returns>Whether it was before.</returns>
    public bool Up()
    {
        lock (_sync)
        {
            _downSince = null;
            if (_down.Task.IsCompleted) _down = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var isAgain = _wasUp;
            _wasUp = true;
            return isAgain;
        }
    }

    /// <summary>It is not, or another try has failed.</summary>
    public void GoDown(long timestamp)
    {
        lock (_sync)
        {
            _downSince = timestamp;
            _down.TrySetResult();
        }
    }

    /// <summary>Whether no try has come to its end for so long.</summary>
    public bool IsDownFor(TimeSpan span, TimeProvider time)
    {
        lock (_sync) return _downSince is { } since && time.GetElapsedTime(since) >= span;
    }
}
