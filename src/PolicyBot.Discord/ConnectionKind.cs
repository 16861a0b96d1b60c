namespace PolicyBot.Discord;

/// <summary>Which library connects to Discord.</summary>
public enum ConnectionKind
{
    /// <summary>The built-in client, which uses only .NET's HTTP client and web sockets.</summary>
    BuiltIn,

    /// <summary>Discord.Net, if the program was built with it.</summary>
    DiscordNet,
}
