using Microsoft.Extensions.Logging;

namespace PolicyBot.Hosting;

internal static partial class DailyLog
{
    [LoggerMessage(5101, LogLevel.Information, "The daily post of channel {Channel}: {Outcome}.")]
    public static partial void Outcome(ILogger logger, string channel, string outcome);

    [LoggerMessage(
        5102, LogLevel.Warning,
        "What came of the daily post of channel {Channel} could not be noted, so it is looked for before it is sent "
            + "again. {Reason}")]
    public static partial void NotNoted(ILogger logger, string channel, string reason);

    [LoggerMessage(5103, LogLevel.Error, "The daily post of channel {Channel} failed; it is tried again.")]
    public static partial void PostFailed(ILogger logger, string channel, Exception exception);

    [LoggerMessage(5104, LogLevel.Warning, "No daily posts can be sent: {Reason} Trying again every minute.")]
    public static partial void StoreOut(ILogger logger, string reason);

    [LoggerMessage(5105, LogLevel.Information, "Daily posts can be sent again.")]
    public static partial void StoreBack(ILogger logger);

    [LoggerMessage(5106, LogLevel.Error, "The daily posts that are due could not be sent; trying again in a minute.")]
    public static partial void RoundFailed(ILogger logger, Exception exception);
}
