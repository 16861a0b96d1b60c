using Discord;
using Microsoft.Extensions.Logging;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>
/// Forwards Discord.Net's log without what may be secret: its messages about requests contain addresses with tokens,
/// and an exception's message may quote an event.
/// </summary>
internal static partial class DiscordNetLogForwarder
{
    private const int MaxStackFrames = 4;

    /// <summary>Writes a message of Discord.Net to the bot's log.</summary>
    public static void Forward(ILogger logger, LogMessage message)
    {
        if (message.Source == "Rest") return;
        var level = GetLevel(message);
        if (!logger.IsEnabled(level)) return;
        var text = message.Message ?? "exception";
        if (message.Exception is { } exception) text = $"{text} ({Describe(exception)})";
        Log.Message(logger, level, message.Source, text);
    }

    private static LogLevel GetLevel(LogMessage message) => message.Severity switch
    {
        // A connection was closed on purpose.
        _ when message.Exception is OperationCanceledException => LogLevel.Debug,
        // Why a connection was lost, which the session logs itself.
        _ when message.Message is null => LogLevel.Debug,
        // Discord.Net's version, and its check of the token's form. Whether the token is valid, Discord says.
        _ when message.Source == "Discord" => LogLevel.Debug,
        LogSeverity.Critical or LogSeverity.Error => LogLevel.Error,
        LogSeverity.Warning => LogLevel.Warning,
        LogSeverity.Info => LogLevel.Debug,
        _ => LogLevel.Trace,
    };

    /// <summary>The types of an exception and of those that caused it, each with where it was thrown.</summary>
    public static string Describe(Exception exception) => exception.InnerException is { } inner
        ? $"{DescribeOne(exception)}, caused by {Describe(inner)}"
        : DescribeOne(exception);

    private static string DescribeOne(Exception exception)
    {
        var frames = (exception.StackTrace ?? "")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Take(MaxStackFrames);
        return string.Join(' ', frames.Prepend(exception.GetType().Name));
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1107, Message = "Discord.Net, {Source}: {Text}")]
        public static partial void Message(ILogger logger, LogLevel level, string source, string text);
    }
}
