using Microsoft.Extensions.Logging;

namespace PolicyBot.Serving;

internal static partial class ServingLog
{
    [LoggerMessage(5001, LogLevel.Information, "Answering questions about “{Title}”; the article answers {Count}.")]
    public static partial void Serving(ILogger logger, string title, int count);
}
