using System.Net;
using Discord.Net;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Gateway;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>Reads why the library lost a connection.</summary>
internal static class DisconnectReasons
{
    /// <summary>Why, in words.</summary>
    /// <exception cref="ConnectionRefusedException">It is no use to try again. The library would, for ever and without a word.</exception>
    public static string Reason(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case WebSocketClosedException closed:
                    return CloseCodes.CreateDisconnectInfo(closed.CloseCode, closed.Reason).Reason;
                case RequestRefusedException { Status: HttpStatusCode.Unauthorized }:
                    throw new ConnectionRefusedException(FatalErrors.Token);
            }
        }

        return fault.Message.TrimEnd('.');
    }
}
