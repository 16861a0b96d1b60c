using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Discord;
#if DISCORDNET
using PolicyBot.DiscordNet;
#endif

namespace PolicyBot.Hosting;

/// <summary>The connections to Discord that this build has, and which of them is used.</summary>
internal static class Connections
{
    /// <summary>The setting that chooses one.</summary>
    public const string Setting = "Discord:Connection";

#if DISCORDNET
    /// <summary>Whether the one on Discord.Net was built in.</summary>
    public static bool HasDiscordNet => true;
#else
    /// <summary>Whether the one on Discord.Net was built in.</summary>
    public static bool HasDiscordNet => false;
#endif

    /// <summary>What is wrong with the choice, and the mend; null where nothing is.</summary>
    public static string? Problem(DiscordOptions options) => options.Connection == ConnectionKind.DiscordNet && !HasDiscordNet
        ? $"{Setting} is DiscordNet, which this program was built without; build it with -p:DiscordNet=true from a feed that has the package Discord.Net, "
            + "or set BuiltIn"
        : null;

    /// <summary>Adds the connection that is chosen, where it is not the built-in one.</summary>
    public static IServiceCollection AddConnection(this IServiceCollection services, DiscordOptions options)
    {
#if DISCORDNET
        if (options.Connection is null or ConnectionKind.DiscordNet) services.AddDiscordNet();
#endif
        return services;
    }
}
