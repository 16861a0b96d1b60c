using Microsoft.Extensions.Logging;

namespace PolicyBot.Discord.Http;

internal static partial class HttpLog
{
    [LoggerMessage(2001, LogLevel.Debug, "{Request} failed ({Reason}); again in {Delay}.")]
    public static partial void Retrying(ILogger logger, string request, string reason, TimeSpan delay);
}
