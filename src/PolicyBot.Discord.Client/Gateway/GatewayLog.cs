using Microsoft.Extensions.Logging;

namespace PolicyBot.Discord.Client.Gateway;

internal static partial class GatewayLog
{
    [LoggerMessage(1001, LogLevel.Information, "Connected to Discord as {Name} (shard {Shard} of {Shards}).")]
    public static partial void Ready(ILogger logger, string name, int shard, int shards);

    [LoggerMessage(1002, LogLevel.Information, "The connection goes on where it was (shard {Shard} of {Shards}).")]
    public static partial void Resumed(ILogger logger, int shard, int shards);

    [LoggerMessage(1003, LogLevel.Warning, "The connection ended (shard {Shard} of {Shards}): {Reason}. Connecting again in {Seconds:0.0} s.")]
    public static partial void Lost(ILogger logger, int shard, int shards, string reason, double seconds);

    [LoggerMessage(1004, LogLevel.Warning, "{Reason}. Trying again in {Seconds:0.0} s.")]
    public static partial void Unreachable(ILogger logger, string reason, double seconds);

    [LoggerMessage(1005, LogLevel.Warning, "All {Total} session starts of this day are used. Waiting {Seconds:0.0} s until Discord gives new ones.")]
    public static partial void NoSessionStarts(ILogger logger, int total, double seconds);

    [LoggerMessage(1006, LogLevel.Warning, "An event of Discord’s could not be read and was passed over ({Event}).")]
    public static partial void UnreadableEvent(ILogger logger, Events.GatewayEventType @event, Exception exception);

    [LoggerMessage(1007, LogLevel.Information, "The connection is closed (shard {Shard} of {Shards}).")]
    public static partial void Closed(ILogger logger, int shard, int shards);
}
