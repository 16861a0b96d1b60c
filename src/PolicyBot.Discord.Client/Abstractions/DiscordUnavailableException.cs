namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>
/// Discord couldn't be reached, failed, or didn't answer in time. Whether it executed the request is unknown.
/// </summary>
/// <param name="message">What happened.</param>
/// <param name="inner">The cause, or null.</param>
public sealed class DiscordUnavailableException(string message, Exception? inner = null)
    : DiscordException(message, inner);
