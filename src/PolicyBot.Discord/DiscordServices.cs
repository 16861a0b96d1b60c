using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.BackgroundServices;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Discord.Client;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.CommandRegistration;
using PolicyBot.Discord.DailyPosts;
using PolicyBot.Discord.Handlers;
using PolicyBot.Discord.RateLimiting;
using PolicyBot.Discord.Shards;
using PolicyBot.Discord.Telemetry;

namespace PolicyBot.Discord;

/// <summary>Registers the bot on Discord.</summary>
public static class DiscordServices
{
    /// <summary>
    /// Adds the bot, its daily channels, and the built-in connection. Needs a <c>CommandDispatcher</c>, a
    /// <see cref="TimeProvider"/>, a <see cref="Random"/> and logging, and the stores if other processes run some of
    /// the shards.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="options">The settings, with a token.</param>
    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordOptions options)
    {
        var token = options.Token ?? throw new ArgumentException("The settings have no token.", nameof(options));
        var shardIds = options.ShardIds is { } text ? ShardIds.TryParse(text) : null;
        if (shardIds is not null) services.AddSingleton<IIdentifyTurns, SharedIdentifyTurns>();
        return services
            .AddDiscordClient(new DiscordClientOptions
            {
                Token = token,
                ApiUrl = options.ApiUrl,
                Shards = options.Shards,
                ShardIds = shardIds,
            })
            .AddSingleton(new CommandRegistrationOptions(options.DevelopmentGuild, shardIds?.Contains(0) ?? true))
            .AddSingleton<CommandRegistrar>()
            .AddSingleton(new RateLimitOptions(
                options.UserLimit, options.ChannelLimit, options.ModeratorLimit))
            .AddSingleton<MessageRateLimiter>()
            .AddSingleton<BotIdentityProvider>()
            .AddSingleton<IDailyChannels, DailyChannels>()
            .AddSingleton<IPlatformConnection, DiscordPlatform>()
            .AddSingleton<DiscordMetrics>()
            .AddSingleton<WarmUp>()
            .AddSingleton<DiscordBot>();
    }
}
