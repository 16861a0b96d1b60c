using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Rest;
using PolicyBot.Discord.Client.Telemetry;

namespace PolicyBot.Discord.Client;

/// <summary>Registers the Discord client.</summary>
public static class DiscordClientServices
{
    /// <summary>
    /// Adds the built-in <see cref="IDiscordConnection"/>. Needs a <see cref="TimeProvider"/>, a <see cref="Random"/>
    /// and logging, and <see cref="IIdentifyTurns"/> if other processes run some of the shards.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="options">The client's options.</param>
    public static IServiceCollection AddDiscordClient(
        this IServiceCollection services, DiscordClientOptions options) => services
        .AddMetrics()
        .AddSingleton(options)
        .AddSingleton<GatewayStatus>()
        .AddSingleton<DiscordClientMetrics>()
        .AddSingleton<DiscordHttpClient>()
        .AddSingleton<IDiscordConnection, BuiltInConnection>();
}
