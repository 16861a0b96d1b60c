using Discord;
using Discord.Net.WebSockets;
using Discord.WebSocket;
using PolicyBot.Discord.Client.Rest;
using PolicyBot.DiscordNet.Gateway;
using PolicyBot.DiscordNet.Rest;

namespace PolicyBot.DiscordNet;

/// <summary>How the library is set up.</summary>
internal static class DiscordNetSettings
{
    // Guilds is not privileged either. Without it the library knows no channel, and drops what is written in guilds and some of what is pressed there.
    private const GatewayIntents Intents = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages;

    /// <summary>The settings.</summary>
    /// <param name="shards">How many shards.</param>
    /// <param name="maxConcurrency">How many of them may identify in the same five seconds.</param>
    /// <param name="http">Carries the library's requests.</param>
    /// <param name="time">The clock.</param>
    public static DiscordSocketConfig Of(int shards, int maxConcurrency, DiscordHttpClient http, TimeProvider time) => new()
    {
        GatewayIntents = Intents,
        TotalShards = shards,
        IdentifyMaxConcurrency = Math.Max(1, maxConcurrency),
        RestClientProvider = _ => new SharedRestClient(http, time),
        WebSocketProvider = () => new InteractionCapturingSocket(DefaultWebSocketProvider.Instance()),
        MessageCacheSize = 0,
        AlwaysDownloadUsers = false,
        // Nothing is asked that needs the guilds to be there.
        MaxWaitBetweenGuildAvailablesBeforeReady = 0,
        // Handlers only take over.
        HandlerTimeout = null,
        // The three seconds are counted by the bot, from receipt on; Discord’s clock may differ from this one.
        ResponseInternalTimeCheck = false,
        UseInteractionSnowflakeDate = false,
        LogLevel = LogSeverity.Debug,
        LogGatewayIntentWarnings = false,
    };
}
