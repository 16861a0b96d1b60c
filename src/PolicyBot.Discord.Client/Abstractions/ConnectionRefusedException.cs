namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Discord does not let the bot in, and would not at any later try.</summary>
/// <param name="message">Why, and the mend, in one line.</param>
public sealed class ConnectionRefusedException(string message) : DiscordException(message);
