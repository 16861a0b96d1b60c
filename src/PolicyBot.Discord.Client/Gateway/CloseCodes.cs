using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>The gateway's close codes.</summary>
public static class CloseCodes
{
    /// <summary>Sent by the client: it goes offline and ends the session.</summary>
    internal const int Normal = 1000;

    /// <summary>Sent by the client: it closes the connection but keeps the session.</summary>
    internal const int Reconnecting = 4000;

    private const int NotAuthenticated = 4003;
    private const int InvalidSequence = 4007;
    private const int SessionTimedOut = 4009;

    /// <summary>Describes a connection that Discord closed.</summary>
    /// <param name="code">The close code, or null if there was none.</param>
    /// <param name="reason">Discord's reason; may be empty or null.</param>
    /// <exception cref="ConnectionRefusedException">Discord would refuse a new connection.</exception>
    public static DisconnectInfo CreateDisconnectInfo(int? code, string? reason)
    {
        if (FindRefusal(code) is { } refusal) throw new ConnectionRefusedException(refusal, code);
        var canResume = code is not (NotAuthenticated or InvalidSequence or SessionTimedOut);
        var details = string.IsNullOrEmpty(reason) ? "" : ": " + reason;
        return new DisconnectInfo(canResume, $"Discord closed it (code {code?.ToString() ?? "none"}{details})");
    }

    private static ConnectionRefusal? FindRefusal(int? code) => code switch
    {
        4004 => ConnectionRefusal.InvalidToken,
        4010 => ConnectionRefusal.InvalidShard,
        4011 => ConnectionRefusal.ShardingRequired,
        4012 => ConnectionRefusal.InvalidApiVersion,
        4013 => ConnectionRefusal.InvalidIntents,
        4014 => ConnectionRefusal.DisallowedIntents,
        _ => null,
    };
}
