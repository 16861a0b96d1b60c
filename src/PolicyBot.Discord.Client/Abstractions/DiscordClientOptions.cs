namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>How the client connects to Discord.</summary>
public sealed record DiscordClientOptions
{
    /// <summary>The address of Discord's HTTP API, version 10.</summary>
    public static readonly Uri DefaultApiUrl = new("https://discord.com/api/v10");

    /// <summary>The bot's token, a secret.</summary>
    public required string Token { get; init; }

    /// <summary>The address of the HTTP API, which returns the gateway's address.</summary>
    public Uri ApiUrl { get; init; } = DefaultApiUrl;

    /// <summary>The number of shards, or null for the number that Discord recommends.</summary>
    public int? Shards { get; init; }

    /// <summary>
    /// The ids of this process's shards, which needs <see cref="Shards"/>; null for all. Other processes run the
    /// others.
    /// </summary>
    public IReadOnlyList<int>? ShardIds { get; init; }

    /// <summary>
    /// This process's share of the shards, and so of the limits of all processes; above 0, at most 1.
    /// </summary>
    internal double Share => ShardIds is { } ids && Shards is { } shards ? (double)ids.Count / shards : 1;
}
