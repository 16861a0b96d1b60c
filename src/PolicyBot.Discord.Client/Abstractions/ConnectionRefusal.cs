namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Why Discord refuses a connection for good.</summary>
public enum ConnectionRefusal
{
    /// <summary>The token is invalid.</summary>
    InvalidToken,

    /// <summary>There is no Discord API of version 10 at the configured address.</summary>
    NoApi,

    /// <summary>The number of shards is invalid.</summary>
    InvalidShard,

    /// <summary>The bot is in too many guilds for its number of shards.</summary>
    ShardingRequired,

    /// <summary>Discord no longer supports the client's version of the gateway.</summary>
    InvalidApiVersion,

    /// <summary>Discord doesn't know the client's intents.</summary>
    InvalidIntents,

    /// <summary>Discord doesn't allow the client's intents, although none of them is privileged.</summary>
    DisallowedIntents,
}
