namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Which shards of this process are connected to the gateway. Thread-safe.</summary>
public sealed class GatewayStatus
{
    private readonly Lock _sync = new();
    private readonly SortedDictionary<int, ShardState> _shards = [];
    private TaskCompletionSource _connected = CreateSignal();

    /// <summary>Raised when a shard that had lost its connection has one again.</summary>
    public event Action? Reconnected;

    /// <summary>The shards by number; none until it is known how many there are.</summary>
    public IReadOnlyList<KeyValuePair<int, ShardState>> Shards
    {
        get
        {
            lock (_sync) return [.. _shards];
        }
    }

    /// <summary>Completes when all shards are connected.</summary>
    public Task WaitUntilConnectedAsync(CancellationToken cancellationToken)
    {
        lock (_sync) return _connected.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Sets the shards of this process, before they connect.</summary>
    /// <param name="shards">Their numbers.</param>
    public void SetShards(IEnumerable<int> shards)
    {
        lock (_sync)
        {
            _shards.Clear();
            foreach (var shard in shards) _shards[shard] = ShardState.Connecting;
            UpdateSignal();
        }
    }

    /// <summary>Records that a shard's session started or was resumed.</summary>
    /// <param name="shard">Its number.</param>
    public void MarkConnected(int shard)
    {
        bool isReconnected;
        lock (_sync)
        {
            isReconnected = _shards.GetValueOrDefault(shard) == ShardState.Reconnecting;
            _shards[shard] = ShardState.Connected;
            UpdateSignal();
        }

        if (isReconnected) Reconnected?.Invoke();
    }

    /// <summary>Records that a shard isn't connected. One that never was is still connecting.</summary>
    /// <param name="shard">Its number.</param>
    public void MarkDisconnected(int shard)
    {
        lock (_sync)
        {
            if (_shards.GetValueOrDefault(shard) == ShardState.Connected) _shards[shard] = ShardState.Reconnecting;
            UpdateSignal();
        }
    }

    private static TaskCompletionSource CreateSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void UpdateSignal()
    {
        var isConnected = _shards.Count > 0 && _shards.Values.All(s => s == ShardState.Connected);
        if (isConnected) _connected.TrySetResult();
        else if (_connected.Task.IsCompleted) _connected = CreateSignal();
    }
}
