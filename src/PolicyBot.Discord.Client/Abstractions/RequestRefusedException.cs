using System.Net;

namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Discord refused a request; the same request would be refused again.</summary>
/// <param name="route">What was asked: method and route, without ids and tokens.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Discord's own code of the error, or 0.</param>
/// <param name="reason">Discord's own words.</param>
/// <param name="faults">What is wrong with which part of the request, a line each; may be empty.</param>
public sealed class RequestRefusedException(string route, HttpStatusCode status, int code, string reason, IReadOnlyList<string> faults)
    : DiscordException(Words(route, status, code, reason, faults))
{
    /// <summary>There is no such channel, or no longer.</summary>
    public const int UnknownChannel = 10003;

    /// <summary>There is no such message, or no longer.</summary>
    public const int UnknownMessage = 10008;

    /// <summary>A reply needs the permission to read the channel's history.</summary>
    public const int CannotReplyWithoutHistory = 160002;

    /// <summary>The bot does not see what was asked for.</summary>
    public const int MissingAccess = 50001;

    /// <summary>The bot may not do what it asked for.</summary>
    public const int MissingPermissions = 50013;

    /// <summary>The interaction was responded to before.</summary>
    public const int AlreadyAcknowledged = 40060;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>Discord's own code of the error, or 0.</summary>
    public int Code { get; } = code;

    /// <summary>Discord's own words.</summary>
    public string Reason { get; } = reason;

    /// <summary>What is wrong with which part of the request, a line each; may be empty.</summary>
    public IReadOnlyList<string> Errors { get; } = faults;

    private static string Words(string route, HttpStatusCode status, int code, string reason, IReadOnlyList<string> faults)
    {
        var details = faults.Count == 0 ? "" : ": " + string.Join("; ", faults);
        return $"Discord refused {route} with {(int)status}, code {code}, “{reason}”{details}";
    }
}
