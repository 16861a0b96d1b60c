using Microsoft.Extensions.Logging;

namespace PolicyBot.Discord.DailyPosts;

internal static partial class DailyLog
{
    [LoggerMessage(7001, LogLevel.Information, "A notice of the daily posts of guild {Guild} is not taken in {Place}: {Reason}.")]
    public static partial void NotTaken(ILogger logger, string guild, string place, string reason);

    [LoggerMessage(7002, LogLevel.Warning, "Nobody of guild {Guild} could be told of its daily posts: {Reason}.")]
    public static partial void NotTold(ILogger logger, string guild, string reason);

    [LoggerMessage(7003, LogLevel.Debug, "What was asked of channel {Channel} for its daily post is not known to be done: {Reason}.")]
    public static partial void NotThrough(ILogger logger, string channel, string reason);
}
