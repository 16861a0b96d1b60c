namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>A limit of Discord's does not let the request through within the time that it may take. It was not done.</summary>
/// <param name="message">Which limit.</param>
/// <param name="retryAfter">How long the limit holds on.</param>
public sealed class RateLimitedException(string message, TimeSpan retryAfter) : DiscordException(message)
{
    /// <summary>How long the limit holds on.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
