using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.DiscordNet;

/// <summary>Registers the connection on Discord.Net.</summary>
public static class DiscordNetServices
{
    /// <summary>Puts the connection on Discord.Net in place of the built-in one, behind what <c>AddDiscord</c> added.</summary>
    /// <param name="services">Where it is added.</param>
    public static IServiceCollection AddDiscordNet(this IServiceCollection services) => services.AddSingleton<IDiscordConnection, DiscordNetConnection>();
}
