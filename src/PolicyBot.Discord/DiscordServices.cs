using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Discord.Client;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.CommandRegistration;
using PolicyBot.Discord.DailyPosts;
using PolicyBot.Discord.Handlers;
using PolicyBot.Discord.RateLimiting;

namespace PolicyBot.Discord;

/// <summary>Registers the bot on Discord.</summary>
public static class DiscordServices
{
    /// <summary>Adds the bot, its daily channels and the built-in connection; a <c>CommandDispatcher</c>, a <see cref="TimeProvider"/> and a <see cref="Random"/> must be there.</summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="options">The settings, with a token.</param>
    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordOptions options) => services
        .AddSingleton(options)
        .AddDiscordClient(new DiscordClientOptions { Token = options.Token!, ApiUrl = options.ApiUrl, Shards = options.Shards })
        .AddSingleton<CommandRegistrar>()
        .AddSingleton<MessageRateLimiter>()
        .AddSingleton<BotIdentityProvider>()
        .AddSingleton<IDailyChannels, DailyChannels>()
        .AddSingleton<DiscordBot>();
}
