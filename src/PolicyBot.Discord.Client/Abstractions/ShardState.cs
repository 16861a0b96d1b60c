namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Whether a shard has a session on the gateway.</summary>
public enum ShardState
{
    /// <summary>It hasn't had a session yet.</summary>
    Connecting,

    /// <summary>Its session has started or was resumed, and it gets events.</summary>
    Connected,

    /// <summary>It lost its connection and tries to get a new one.</summary>
    Reconnecting,
}
