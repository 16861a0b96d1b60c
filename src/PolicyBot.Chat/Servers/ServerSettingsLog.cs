using Microsoft.Extensions.Logging;

namespace PolicyBot.Chat.Servers;

internal static partial class ServerSettingsLog
{
    [LoggerMessage(6001, LogLevel.Warning, "Failed to read the settings of server {Community}: {Reason} Those that were read last hold; without any, its questions are not answered.")]
    public static partial void NotRead(ILogger logger, string community, string reason);

    [LoggerMessage(6002, LogLevel.Error, "Failed to read the settings of server {Community}. Those that were read last hold; without any, its questions are not answered.")]
    public static partial void ReadingFailed(ILogger logger, string community, Exception exception);
}
