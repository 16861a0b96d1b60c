using System.Reflection;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>The User-Agent header of the client, in the form that Discord requires.</summary>
public static class UserAgent
{
    private static readonly Assembly Assembly = typeof(UserAgent).Assembly;

    /// <summary>The header's value.</summary>
    public static string Text { get; } = $"DiscordBot ({GetRepositoryUrl()}, {GetVersion()}) PolicyBot";

    // The build writes the property RepositoryUrl into the assembly.
    private static string GetRepositoryUrl() =>
        Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryUrl").Value!;

    private static string GetVersion() => Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
