using Discord;
using Discord.Net.WebSockets;
using Discord.WebSocket;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Rest;
using PolicyBot.DiscordNet.Gateway;
using PolicyBot.DiscordNet.Rest;

namespace PolicyBot.DiscordNet;

/// <summary>Creates the configuration of Discord.Net.</summary>
internal static class DiscordNetSettings
{
    // None of them is privileged. Without Guilds, Discord.Net knows no channels, and drops messages and some
    // interactions in guilds.
    private const GatewayIntents Intents =
        GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages;

    /// <summary>Creates the configuration.</summary>
    /// <param name="shards">The number of shards.</param>
    /// <param name="maxConcurrency">How many of them can identify within five seconds.</param>
    /// <param name="http">Sends Discord.Net's requests.</param>
    /// <param name="events">Receives what Discord.Net doesn't read.</param>
    /// <param name="time">The clock.</param>
    public static DiscordSocketConfig Create(
        int shards, int maxConcurrency, DiscordHttpClient http, IDiscordEventListener events, TimeProvider time) =>
        new()
        {
            GatewayIntents = Intents,
            TotalShards = shards,
            IdentifyMaxConcurrency = Math.Max(1, maxConcurrency),
            RestClientProvider = _ => new SharedRestClient(http, time),
            WebSocketProvider = () => new InteractionCapturingSocket(DefaultWebSocketProvider.Instance(), events),
            MessageCacheSize = 0,
            AlwaysDownloadUsers = false,
            // Nothing needs all guilds to be available.
            MaxWaitBetweenGuildAvailablesBeforeReady = 0,
            // The event handlers return at once.
            HandlerTimeout = null,
            // The bot itself counts the three seconds from receipt, because Discord's clock may differ.
            ResponseInternalTimeCheck = false,
            UseInteractionSnowflakeDate = false,
            LogLevel = LogSeverity.Debug,
            LogGatewayIntentWarnings = false,
        };
}
