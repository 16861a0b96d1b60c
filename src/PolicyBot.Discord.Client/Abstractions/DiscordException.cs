namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Discord did not do what it was asked. Its message holds no secret.</summary>
public abstract class DiscordException(string message, Exception? inner = null) : Exception(message, inner);
