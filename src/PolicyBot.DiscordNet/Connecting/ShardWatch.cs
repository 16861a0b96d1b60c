namespace PolicyBot.DiscordNet.Connecting;

/// <summary>Whether a shard is connected, and since when it is not. Safe for many threads.</summary>
internal sealed class ShardWatch
{
    private readonly Lock sync = new();
    private TaskCompletionSource down = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? downSince;
    private bool wasUp;

    /// <summary>Completes when it is not connected.</summary>
    public Task Down
    {
        get
        {
            lock (sync) return down.Task;
        }
    }

    /// <summary>It is connected.</summary>
    /// <returns>Whether it was before.</returns>
    public bool Up()
    {
        lock (sync)
        {
            downSince = null;
            if (down.Task.IsCompleted) down = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var isAgain = wasUp;
            wasUp = true;
            return isAgain;
        }
    }

    /// <summary>It is not, or another try has failed.</summary>
    public void GoDown(long timestamp)
    {
        lock (sync)
        {
            downSince = timestamp;
            down.TrySetResult();
        }
    }

    /// <summary>Whether no try has come to its end for so long.</summary>
    public bool IsDownFor(TimeSpan span, TimeProvider time)
    {
        lock (sync) return downSince is { } since && time.GetElapsedTime(since) >= span;
    }
}
