using Discord;
using Microsoft.Extensions.Logging;

namespace PolicyBot.DiscordNet;

internal static partial class LibraryLog
{
    // Of where a fault arose.
    private const int MaxFrames = 4;

    [LoggerMessage(1101, LogLevel.Information, "Connected to Discord as {Name} (shard {Shard} of {Shards}).")]
    public static partial void Ready(ILogger logger, string name, int shard, int shards);

    [LoggerMessage(1102, LogLevel.Warning, "The connection ended (shard {Shard} of {Shards}): {Reason}. Discord.Net connects again.")]
    public static partial void Lost(ILogger logger, int shard, int shards, string reason);

    [LoggerMessage(1103, LogLevel.Information, "The connection is there again (shard {Shard} of {Shards}).")]
    public static partial void Again(ILogger logger, int shard, int shards);

    [LoggerMessage(1104, LogLevel.Warning, "Discord.Net has given the connection up (shard {Shard} of {Shards}); it is started anew.")]
    public static partial void Restarted(ILogger logger, int shard, int shards);

    [LoggerMessage(1105, LogLevel.Warning, "The connection did not close in time; it is left.")]
    public static partial void NotClosed(ILogger logger);

    [LoggerMessage(1106, LogLevel.Information, "The connection is closed (shard {Shard} of {Shards}).")]
    public static partial void Closed(ILogger logger, int shard, int shards);

    [LoggerMessage(EventId = 1107, Message = "Discord.Net, {Source}: {Words}")]
    public static partial void Told(ILogger logger, LogLevel level, string source, string words);

    /// <summary>
    /// What the library tells, without what may be a secret: its words on requests name addresses that hold tokens, and the words of a fault in reading
    /// an event may quote from it.
    /// </summary>
    public static void Told(ILogger logger, LogMessage message)
    {
        if (message.Source == "Rest") return;
        var level = message.Severity switch
        {
            // A connection that was closed on purpose.
            _ when message.Exception is OperationCanceledException => LogLevel.Debug,
            // Why a connection ended, which is told by itself.
            _ when message.Message is null => LogLevel.Debug,
            // Its version, and what it thinks of the token’s form; whether the token is right, Discord says.
            _ when message.Source == "Discord" => LogLevel.Debug,
            LogSeverity.Critical or LogSeverity.Error => LogLevel.Error,
            LogSeverity.Warning => LogLevel.Warning,
            LogSeverity.Info => LogLevel.Debug,
            _ => LogLevel.Trace,
        };
        if (!logger.IsEnabled(level)) return;
        var words = message.Message ?? "a fault";
        Told(logger, level, message.Source, message.Exception is { } fault ? $"{words} ({Place(fault)})" : words);
    }

    private static string Place(Exception fault)
    {
        var frames = (fault.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MaxFrames);
        return string.Join(' ', frames.Prepend(fault.GetType().Name));
    }
}
