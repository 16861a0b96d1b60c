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
}
