using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.Rules;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>The response to a request.</summary>
internal sealed record ApiResponse(int Status, byte[]? Body = null, int? ErrorCode = null)
{
    public string ContentType { get; init; } = "application/json";

    /// <summary>What Discord doesn't allow in the request, for the list of violations.</summary>
    public string? Violation { get; init; }

    /// <summary>Runs after the request is in the log, so that tests that wait for its effect find it there.</summary>
    public Action? AfterLogged { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static ApiResponse NoContent { get; } = new(204);

    public static ApiResponse NotFound { get; } = Error(404, 0, "404: Not Found");

    public static ApiResponse Unauthorized { get; } = Error(401, 0, "401: Unauthorized");

    public static ApiResponse UnknownChannel { get; } = Error(404, 10003, "Unknown Channel");

    public static ApiResponse MissingAccess { get; } = Error(403, 50001, "Missing Access");

    public static ApiResponse MissingPermissions { get; } = Error(403, 50013, "Missing Permissions");

    public static ApiResponse UnknownMessage { get; } = Error(404, 10008, "Unknown Message");

    public static ApiResponse EmptyMessage { get; } = Error(400, 50006, "Cannot send an empty message");

    public static ApiResponse Ok(byte[] body) => new(200, body);

    public static ApiResponse Error(int status, int code, string message) => new(
        status,
        JsonBytes.Write(
            new JsonObject { ["message"] = message, ["code"] = code }, static (writer, body) => body.WriteTo(writer)),
        code);

    public static ApiResponse Invalid(FieldErrors errors) =>
        new(400, errors.ToBytes(), 50035) { Violation = errors.Summary };
}
