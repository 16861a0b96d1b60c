namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Discord could not be reached, failed, or did not answer in time; whether it did what it was asked is not known.</summary>
/// <param name="message">What happened.</param>
/// <param name="inner">The fault beneath, or null.</param>
public sealed class DiscordUnavailableException(string message, Exception? inner = null) : DiscordException(message, inner);
