using System.Net;
using Discord.Net;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Gateway;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>Finds out why Discord.Net lost a connection.</summary>
internal static class DisconnectReasons
{
    /// <summary>Gets the reason, without a period.</summary>
    /// <exception cref="ConnectionRefusedException">
    /// Discord would refuse a new connection. Discord.Net would try forever without saying so.
    /// </exception>
    public static string GetReason(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case WebSocketClosedException closed:
                    return CloseCodes.CreateDisconnectInfo(closed.CloseCode, closed.Reason).Reason;
                case RequestRefusedException { Status: HttpStatusCode.Unauthorized }:
                    throw new ConnectionRefusedException(ConnectionRefusal.InvalidToken);
            }
        }

        var message = exception.Message.TrimEnd('.');
        return exception.InnerException is { } inner
            ? $"{message} ({DiscordNetLogForwarder.Describe(inner)})"
            : message;
    }
}
