using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>What follows from the code with which Discord closes a connection.</summary>
public static class CloseCodes
{
    /// <summary>Ours: the connection is given up, its session is not.</summary>
    public const int Reconnecting = 4000;

    /// <summary>Ours: the bot goes offline, and its session ends.</summary>
    public const int Normal = 1000;

    private const int NotAuthenticated = 4003;
    private const int InvalidSequence = 4007;
    private const int SessionTimedOut = 4009;

    /// <summary>How a connection ended that was closed so.</summary>
    /// <exception cref="ConnectionRefusedException">It is no use to try again.</exception>
    public static DisconnectInfo CreateDisconnectInfo(int? code, string? reason)
    {
        if (code is { } final && Mend(final) is { } mend) throw new ConnectionRefusedException($"{mend} (close code {final})");
        var canResume = code is not (NotAuthenticated or InvalidSequence or SessionTimedOut);
        return new DisconnectInfo(canResume, $"Discord closed the connection (code {code?.ToString() ?? "none"}{(string.IsNullOrEmpty(reason) ? "" : ": " + reason)})");
    }

    private static string? Mend(int code) => code switch
    {
        4004 => FatalErrors.Token,
        4010 => "Discord does not take this shard; set Discord:Shards to as many as Discord recommends, or leave it out",
        4011 => "The bot is in more servers than so few shards may serve; raise Discord:Shards, or leave it out and Discord’s own number is used",
        4012 => "Discord no longer speaks this version of the gateway; use a newer PolicyBot",
        4013 => "Discord does not know the intents that the bot asks for; use a newer PolicyBot",
        4014 => "Discord does not grant the bot its intents, though none of them is privileged; look at the Bot page of your application in the Developer Portal",
        _ => null,
    };
}
