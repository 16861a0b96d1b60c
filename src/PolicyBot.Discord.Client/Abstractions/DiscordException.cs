namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>A request to Discord failed. The message contains no secrets and doesn't end with a period.</summary>
public abstract class DiscordException(string message, Exception? inner = null) : Exception(message, inner);
