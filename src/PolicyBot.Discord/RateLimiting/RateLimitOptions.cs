namespace PolicyBot.Discord.RateLimiting;

/// <summary>How much users can ask in any ten seconds.</summary>
/// <param name="UserLimit">The limit for each user.</param>
/// <param name="ChannelLimit">The limit for all users of a channel together.</param>
/// <param name="ModeratorLimit">The limit for the moderator commands of each moderator.</param>
public sealed record RateLimitOptions(int UserLimit, int ChannelLimit, int ModeratorLimit);
