using Microsoft.Extensions.Logging;

namespace PolicyBot.Discord.Client.Rest;

internal static partial class HttpLog
{
    [LoggerMessage(2001, LogLevel.Debug, "{Request} failed ({Reason}); again in {Seconds:0.0} s.")]
    public static partial void Retrying(ILogger logger, string request, string reason, double seconds);
}
