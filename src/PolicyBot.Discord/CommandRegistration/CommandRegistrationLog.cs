using Microsoft.Extensions.Logging;

namespace PolicyBot.Discord.CommandRegistration;

internal static partial class CommandRegistrationLog
{
    [LoggerMessage(3001, LogLevel.Information, "Registered {Count} commands.")]
    public static partial void Registered(ILogger logger, int count);

    [LoggerMessage(3002, LogLevel.Debug, "Discord has the {Count} commands already.")]
    public static partial void Unchanged(ILogger logger, int count);

    [LoggerMessage(3003, LogLevel.Error, "The commands are not registered: {Reason}. Those that Discord has are served meanwhile; trying again in {Seconds:0.0} s.")]
    public static partial void Refused(ILogger logger, string reason, double seconds);

    [LoggerMessage(3004, LogLevel.Warning, "The commands are not registered yet: {Reason}. Trying again in {Seconds:0.0} s.")]
    public static partial void Failed(ILogger logger, string reason, double seconds);
}
