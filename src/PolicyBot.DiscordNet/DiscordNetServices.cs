using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.DiscordNet;

/// <summary>Registers the connection with Discord.Net.</summary>
public static class DiscordNetServices
{
    /// <summary>
    /// Replaces the built-in connection with one that uses Discord.Net. Call it after <c>AddDiscordClient</c>.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    public static IServiceCollection AddDiscordNet(this IServiceCollection services) =>
        services.AddSingleton<IDiscordConnection, DiscordNetConnection>();
}
