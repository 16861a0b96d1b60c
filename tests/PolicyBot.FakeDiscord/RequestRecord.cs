using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord;

/// <summary>
/// A request to the HTTP API, recorded when it is answered. The route is the template; the path has no /api/v10 and no
/// query. Status 0 means that a fault aborted it.
/// </summary>
public sealed record RequestRecord(
    DateTimeOffset At,
    string Method,
    string Route,
    string Path,
    string? UserAgent,
    string? Authorization,
    JsonNode? Body,
    int Status,
    int? ErrorCode) : ServerRecord(At)
{
    /// <summary>The query with its question mark, or an empty string.</summary>
    public string Query { get; init; } = "";

    /// <summary>The request in one line.</summary>
    public override string ToString() =>
        $"{At:HH:mm:ss.fff} {Method} {Path}{Query} {Body?.ToJsonString()} -> "
            + $"{Status}{(ErrorCode is { } code ? $" (error {code})" : "")}";
}
