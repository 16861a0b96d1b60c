using PolicyBot.FakeDiscord.Gateway;

namespace PolicyBot.FakeDiscord;

/// <summary>How the fake Discord behaves. The defaults are Discord's.</summary>
public sealed record FakeDiscordOptions
{
    /// <summary>The port to listen on; 0 chooses a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock for everything that the server times.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The interval at which gateway clients are to send heartbeats.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41250);

    /// <summary>The bot's token; any other is refused.</summary>
    public string Token { get; init; } = "fake-token";

    /// <summary>The number of shards that GET /gateway/bot recommends.</summary>
    public int RecommendedShards { get; init; } = 1;

    /// <summary>How many shards may identify in five seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>How many session starts remain.</summary>
    public int SessionStartsRemaining { get; init; } = 1000;

    /// <summary>When the session starts are reset.</summary>
    public TimeSpan SessionStartsResetAfter { get; init; } = TimeSpan.FromHours(20);

    /// <summary>The intents that the bot may request; by default all that are not privileged.</summary>
    public int AllowedIntents { get; init; } = Intents.Unprivileged;

    /// <summary>The rate limit for posting messages, per channel.</summary>
    public RateLimitRule ChannelMessages { get; init; } = new(5, TimeSpan.FromSeconds(5));

    /// <summary>The rate limit of every other limited route, per route and major parameter.</summary>
    public RateLimitRule OtherRoutes { get; init; } = new(20, TimeSpan.FromSeconds(1));

    /// <summary>The global rate limit, except for interaction callbacks and follow-ups.</summary>
    public int GlobalPerSecond { get; init; } = 50;

    /// <summary>Whether requests are checked against Discord's description of its API.</summary>
    public bool ChecksRequests { get; init; } = true;

    /// <summary>How many guilds the bot is in.</summary>
    public int Guilds { get; init; } = 1;

    /// <summary>Whether requests are logged, and interactions and old messages kept.</summary>
    public bool RecordsRequests { get; init; } = true;

    /// <summary>How many events a session keeps for a resume.</summary>
    public int ReplayedEvents { get; init; } = 1000;
}
