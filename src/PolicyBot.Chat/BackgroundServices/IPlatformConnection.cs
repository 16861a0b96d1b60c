namespace PolicyBot.Chat.BackgroundServices;

/// <summary>
/// The connection to the chat platform, as far as background services need it. Thread-safe.
/// </summary>
public interface IPlatformConnection
{
    /// <summary>Completes when the bot has connected for the first time.</summary>
    Task WaitUntilConnectedAsync(CancellationToken cancellationToken);

    /// <summary>Lists the ids of the servers that the bot is in.</summary>
    /// <exception cref="PlatformUnavailableException">The platform can't be reached.</exception>
    Task<IReadOnlySet<string>> ListServersAsync(CancellationToken cancellationToken);
}
