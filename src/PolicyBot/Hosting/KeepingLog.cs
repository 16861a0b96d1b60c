using Microsoft.Extensions.Logging;

namespace PolicyBot.Hosting;

internal static partial class KeepingLog
{
    [LoggerMessage(
        5201, LogLevel.Warning,
        "What was asked is not written down: {Reason} Questions are answered meanwhile; it is kept in memory and tried "
            + "again.")]
    public static partial void NotKept(ILogger logger, string reason);

    [LoggerMessage(5202, LogLevel.Information, "What was asked is written down again.")]
    public static partial void Kept(ILogger logger);

    [LoggerMessage(5203, LogLevel.Error, "What was asked could not be written down.")]
    public static partial void WritingFailed(ILogger logger, Exception exception);

    [LoggerMessage(
        5208, LogLevel.Warning,
        "What was asked last is lost: {Reason} The bot was stopped before it could be written down.")]
    public static partial void Lost(ILogger logger, string reason);

    [LoggerMessage(
        5204, LogLevel.Information,
        "The bot was taken out of server {Community} {Days:0} days ago; all that was kept for it is deleted.")]
    public static partial void AgedOut(ILogger logger, string community, double days);

    [LoggerMessage(5207, LogLevel.Debug, "Everything that is too old is deleted.")]
    public static partial void Tidied(ILogger logger);

    [LoggerMessage(5205, LogLevel.Warning, "What is too old could not be deleted; trying again in six hours. {Reason}")]
    public static partial void NotTidied(ILogger logger, string reason);

    [LoggerMessage(5206, LogLevel.Error, "What is too old could not be deleted; trying again in six hours.")]
    public static partial void TidyingFailed(ILogger logger, Exception exception);
}
