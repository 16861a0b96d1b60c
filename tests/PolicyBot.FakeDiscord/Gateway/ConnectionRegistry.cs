namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>The open gateway connections.</summary>
internal sealed class ConnectionRegistry
{
    private readonly Lock _gate = new();
    private readonly List<GatewayConnection> _connections = [];

    public void Add(GatewayConnection connection)
    {
        lock (_gate)
            _connections.Add(connection);
    }

    public void Remove(GatewayConnection connection)
    {
        lock (_gate)
            _connections.Remove(connection);
    }

    /// <summary>The open connections of a shard, or all of them.</summary>
    public IReadOnlyList<GatewayConnection> List(int? shard)
    {
        lock (_gate)
            return [.. _connections.Where(connection => shard is null || connection.Shard == shard)];
    }
}
