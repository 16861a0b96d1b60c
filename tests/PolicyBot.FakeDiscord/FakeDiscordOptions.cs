using PolicyBot.FakeDiscord.Gateway;

namespace PolicyBot.FakeDiscord;

/// <summary>How the stand-in server behaves. The defaults are Discord's own.</summary>
public sealed record FakeDiscordOptions
{
    /// <summary>The port to listen on; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock of everything that the server times.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How often a gateway client is told to send a heartbeat.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41250);

    /// <summary>The one bot account's token; any other is refused.</summary>
    public string Token { get; init; } = "stand-in-token";

    /// <summary>The number of shards that GET /gateway/bot recommends.</summary>
    public int RecommendedShards { get; init; } = 1;

    /// <summary>How many shards may identify in five seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>How many sessions may still be started.</summary>
    public int SessionStartsRemaining { get; init; } = 1000;

    /// <summary>When the number of session starts is full again.</summary>
    public TimeSpan SessionStartsResetAfter { get; init; } = TimeSpan.FromHours(20);

    /// <summary>The intents that the bot may ask for; by default every one that is not privileged.</summary>
    public int AllowedIntents { get; init; } = Intents.Unprivileged;

    /// <summary>The limit of posting messages, for each channel.</summary>
    public RateLimitRule ChannelMessages { get; init; } = new(5, TimeSpan.FromSeconds(5));

    /// <summary>The limit of every other limited route, for each route and major parameter.</summary>
    public RateLimitRule OtherRoutes { get; init; } = new(20, TimeSpan.FromSeconds(1));

    /// <summary>The limit of all requests together, interaction callbacks and follow-ups excepted.</summary>
    public int GlobalPerSecond { get; init; } = 50;

    /// <summary>Whether requests are checked against Discord's description of its API.</summary>
    public bool ChecksRequests { get; init; } = true;

    /// <summary>How many guilds the bot is in.</summary>
    public int Guilds { get; init; } = 1;

    /// <summary>Whether requests stand in the log, and interactions and old messages are kept for reading.</summary>
    public bool RecordsRequests { get; init; } = true;

    /// <summary>How many events a session keeps for a resume.</summary>
    public int ReplayedEvents { get; init; } = 1000;
}
