namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>
/// Receives Discord's events. The methods run on the thread that reads the connection, so they must return quickly.
/// </summary>
public interface IDiscordEventListener
{
    /// <summary>A session started: the first one, or a new one because the last couldn't be resumed.</summary>
    void OnReady(BotIdentity identity);

    /// <summary>A user used a command, a button or a menu, submitted a modal, or is typing a command.</summary>
    void OnInteraction(Interaction interaction);

    /// <summary>
    /// A message arrived. These are all direct messages, all messages that mention the bot or reply to it, and
    /// possibly others.
    /// </summary>
    void OnMessage(IncomingMessage message);

    /// <summary>
    /// The overwrites of commands changed in a guild. A connection may not learn of it, as while it is interrupted.
    /// </summary>
    void OnCommandOverwritesChanged(ulong guild);

    /// <summary>Completes when the received events are handled, or have had time enough.</summary>
    Task DrainAsync();
}
