using System.Globalization;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.RateLimits;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>Writes rate limits: in headers, and in the 429 response.</summary>
internal static class RateLimitHeaders
{
    public static IReadOnlyList<(string Name, string Value)> Create(RateLimitState limit) =>
    [
        ("X-RateLimit-Limit", limit.Limit.ToString(CultureInfo.InvariantCulture)),
        ("X-RateLimit-Remaining", limit.Remaining.ToString(CultureInfo.InvariantCulture)),
        ("X-RateLimit-Reset", (limit.ResetAt.ToUnixTimeMilliseconds() / 1000m).ToString(
            "0.000", CultureInfo.InvariantCulture)),
        ("X-RateLimit-Reset-After", Seconds(limit.ResetAfter)),
        ("X-RateLimit-Bucket", limit.Bucket),
    ];

    /// <summary>The 429 response. Retry-After is in whole seconds, rounded up; the body is exact.</summary>
    public static ApiResponse Exceeded(RateLimitState limit)
    {
        var isGlobal = limit.Scope == "global";
        var body = new JsonObject
        {
            ["message"] = limit.Scope == "shared"
                ? "The resource is being rate limited."
                : "You are being rate limited.",
            ["retry_after"] = Exact(limit.ResetAfter),
            ["global"] = isGlobal,
            ["code"] = 0,
        };
        var own = new List<(string, string)>
        {
            ("Retry-After", WholeSeconds(limit.ResetAfter)),
            ("X-RateLimit-Scope", limit.Scope),
        };
        if (isGlobal)
            own.Add(("X-RateLimit-Global", "true"));
        else
            own.AddRange(Create(limit));
        return new ApiResponse(429, JsonBytes.Write(body, static (writer, value) => value.WriteTo(writer)))
        {
            Headers = own
        };
    }

    /// <summary>The response of the proxy in front of Discord, which isn't JSON.</summary>
    public static ApiResponse Blocked(TimeSpan retryAfter) =>
        new(429, "<!doctype html><html><body><h1>Error 1015</h1><p>You are being rate limited.</p></body></html>"u8
            .ToArray())
        {
            ContentType = "text/html; charset=UTF-8",
            Headers = [("Retry-After", WholeSeconds(retryAfter))],
        };

    private static string Seconds(TimeSpan span) => Exact(span).ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Seconds with milliseconds, rounded up, so that clients that wait this long aren't too early.</summary>
    private static double Exact(TimeSpan span) => Math.Ceiling(span.TotalMilliseconds) / 1000;

    private static string WholeSeconds(TimeSpan span) =>
        Math.Ceiling(span.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
}
