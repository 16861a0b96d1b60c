namespace PolicyBot.Chat.BackgroundServices;

/// <summary>The chat platform can't be reached, or refuses a request.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">The connection's own exception.</param>
public sealed class PlatformUnavailableException(string message, Exception inner) : Exception(message, inner);
