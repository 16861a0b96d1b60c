namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>A rate limit lasts longer than the request may take. The request wasn't executed.</summary>
/// <param name="message">Which limit it was.</param>
/// <param name="retryAfter">How long the limit lasts.</param>
public sealed class RateLimitedException(string message, TimeSpan retryAfter) : DiscordException(message)
{
    /// <summary>How long the limit lasts.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
