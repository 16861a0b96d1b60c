using Microsoft.Extensions.Logging;

namespace PolicyBot.Chat.Communities;

internal static partial class CommunitiesLog
{
    [LoggerMessage(6001, LogLevel.Warning, "The settings of server {Community} could not be read; what was known last holds. {Reason}")]
    public static partial void NotRead(ILogger logger, string community, string reason);

    [LoggerMessage(6002, LogLevel.Error, "The settings of server {Community} could not be read; what was known last holds.")]
    public static partial void ReadingFailed(ILogger logger, string community, Exception exception);
}
