using Microsoft.Extensions.Logging;

namespace PolicyBot.Discord.Handlers;

internal static partial class HandlerLog
{
    [LoggerMessage(4001, LogLevel.Warning, "An answer to /{Command} did not reach Discord: {Reason}.")]
    public static partial void NotAnswered(ILogger logger, string command, string reason);

    [LoggerMessage(4002, LogLevel.Error, "/{Command} failed.")]
    public static partial void Failed(ILogger logger, string command, Exception exception);

    [LoggerMessage(4003, LogLevel.Warning, "A message in channel {Channel} was not replied to: {Reason}.")]
    public static partial void NotReplied(ILogger logger, ulong channel, string reason);

    [LoggerMessage(4005, LogLevel.Error, "A message in channel {Channel} could not be replied to.")]
    public static partial void ReplyFailed(ILogger logger, ulong channel, Exception exception);

    [LoggerMessage(4006, LogLevel.Error, "The commands could not be registered; those that Discord has are served.")]
    public static partial void RegistrationFailed(ILogger logger, Exception exception);

    [LoggerMessage(4007, LogLevel.Debug, "What /{Command} offers while it is typed did not reach Discord: {Reason}.")]
    public static partial void NotOffered(ILogger logger, string command, string reason);

    [LoggerMessage(4004, LogLevel.Trace, "Asked in channel {Channel}: {Text}")]
    public static partial void Asked(ILogger logger, ulong channel, string text);
}
