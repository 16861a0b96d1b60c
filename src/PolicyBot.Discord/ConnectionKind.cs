namespace PolicyBot.Discord;

/// <summary>What carries the connection to Discord.</summary>
public enum ConnectionKind
{
    /// <summary>The platform's own HTTP client and web sockets.</summary>
    BuiltIn,

    /// <summary>The library Discord.Net, where the bot was built with it.</summary>
    DiscordNet,
}
