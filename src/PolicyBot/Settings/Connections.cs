using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Discord;
#if DISCORDNET
using PolicyBot.DiscordNet;
#endif

namespace PolicyBot.Settings;

/// <summary>The connections to Discord that this build has.</summary>
internal static class Connections
{
    /// <summary>The setting that chooses the connection.</summary>
    public const string Setting = "Discord:Connection";

#if DISCORDNET
    /// <summary>Whether this build has the connection on Discord.Net.</summary>
    public static bool HasDiscordNet => true;
#else
    /// <summary>Whether this build has the connection on Discord.Net.</summary>
    public static bool HasDiscordNet => false;
#endif

    /// <summary>Returns what is wrong with the choice and the fix, or null.</summary>
    public static string? FindProblem(DiscordOptions options) =>
        options.Connection == ConnectionKind.DiscordNet && !HasDiscordNet
            ? $"{Setting} is DiscordNet, but this program was built without Discord.Net; set it to BuiltIn, or build "
                + "with -p:DiscordNet=true from a feed that has the package"
            : null;

    /// <summary>Whether the settings choose Discord.Net, if this build has it.</summary>
    public static bool IsDiscordNet(DiscordOptions options) =>
        HasDiscordNet && options.Connection is null or ConnectionKind.DiscordNet;

    /// <summary>Adds the connection that the settings choose, if it isn't the built-in one.</summary>
    public static IServiceCollection AddConnection(this IServiceCollection services, DiscordOptions options)
    {
#if DISCORDNET
        if (options.Connection is null or ConnectionKind.DiscordNet) services.AddDiscordNet();
#endif
        return services;
    }
}
