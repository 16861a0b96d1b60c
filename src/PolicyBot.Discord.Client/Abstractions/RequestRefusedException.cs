using System.Net;

namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Discord refused a request, and would refuse it again.</summary>
/// <param name="route">The request's method and route, without ids and tokens.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Discord's error code, or 0.</param>
/// <param name="reason">Discord's error message.</param>
/// <param name="errors">Discord's errors of single fields, each with the path of its field; may be empty.</param>
public sealed class RequestRefusedException(
    string route, HttpStatusCode status, int code, string reason, IReadOnlyList<string> errors)
    : DiscordException(FormatMessage(route, status, code, reason, errors))
{
    /// <summary>The error code for a channel that doesn't exist, or no longer does.</summary>
    public const int UnknownChannel = 10003;

    /// <summary>The error code for a message that doesn't exist, or no longer does.</summary>
    public const int UnknownMessage = 10008;

    /// <summary>The error code for something that the bot can't see.</summary>
    public const int MissingAccess = 50001;

    /// <summary>The error code for something that the bot has no permission for.</summary>
    public const int MissingPermissions = 50013;

    /// <summary>The error code for a second response to an interaction.</summary>
    public const int AlreadyAcknowledged = 40060;

    /// <summary>The error code for a reply without the permission to read the message history.</summary>
    public const int CannotReplyWithoutHistory = 160002;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>Discord's error code, or 0.</summary>
    public int Code { get; } = code;

    /// <summary>Discord's error message.</summary>
    public string Reason { get; } = reason;

    /// <summary>Discord's errors of single fields, each with the path of its field; may be empty.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;

    private static string FormatMessage(
        string route, HttpStatusCode status, int code, string reason, IReadOnlyList<string> errors)
    {
        var details = errors.Count == 0 ? "" : ": " + string.Join("; ", errors);
        return $"Discord refused {route} with status {(int)status}, code {code}, “{reason}”{details}";
    }
}
