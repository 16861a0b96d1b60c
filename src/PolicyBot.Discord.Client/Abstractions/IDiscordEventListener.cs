namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Who gets what happens on Discord. The calls come from whatever reads the connection, so they only take over and return.</summary>
public interface IDiscordEventListener
{
    /// <summary>A session began: at the start, and again where one could not be resumed.</summary>
    void OnReady(BotIdentity identity);

    /// <summary>Somebody used a command, a button or a menu, or types a command.</summary>
    void OnInteraction(Interaction interaction);

    /// <summary>A message arrived that may be the bot’s business: each direct one, and each that mentions the bot or replies to it; others may be among them.</summary>
    void OnMessage(IncomingMessage message);

    /// <summary>Completes when all that was handed over is done, or has had time enough.</summary>
    Task DrainAsync();
}
