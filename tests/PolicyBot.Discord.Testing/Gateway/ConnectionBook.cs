namespace PolicyBot.Discord.Testing.Gateway;

/// <summary>The gateway connections that are open.</summary>
internal sealed class ConnectionBook
{
    private readonly Lock gate = new();
    private readonly List<GatewayConnection> connections = [];

    public void Add(GatewayConnection connection)
    {
        lock (gate)
            connections.Add(connection);
    }

    public void Remove(GatewayConnection connection)
    {
        lock (gate)
            connections.Remove(connection);
    }

    /// <summary>The open connections of a shard, or all.</summary>
    public IReadOnlyList<GatewayConnection> Of(int? shard)
    {
        lock (gate)
            return [.. connections.Where(connection => shard is null || connection.Shard == shard)];
    }
}
