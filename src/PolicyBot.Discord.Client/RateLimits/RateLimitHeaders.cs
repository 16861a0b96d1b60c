using System.Globalization;
using System.Net.Http.Headers;

namespace PolicyBot.Discord.Client.RateLimits;

/// <summary>The headers of a response that describe rate limits; null for a missing one.</summary>
public readonly record struct RateLimitHeaders
{
    /// <summary>The bucket's id, which routes can share.</summary>
    public string? Bucket { get; init; }

    /// <summary>The number of requests in a window.</summary>
    public int? Limit { get; init; }

    /// <summary>The number of requests that remain in this window.</summary>
    public int? Remaining { get; init; }

    /// <summary>
    /// The time from the response to the end of the window. Unlike a time of day, it doesn't depend on the clock.
    /// </summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>The scope: user, global or shared. Only in a 429.</summary>
    public string? Scope { get; init; }

    /// <summary>How long to wait. Only in a 429.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Parses the headers of a response.</summary>
    public static RateLimitHeaders Parse(HttpResponseHeaders headers) => new()
    {
        Bucket = GetText(headers, "X-RateLimit-Bucket"),
        Limit = GetNumber(headers, "X-RateLimit-Limit") is { } limit ? (int)limit : null,
        Remaining = GetNumber(headers, "X-RateLimit-Remaining") is { } remaining ? (int)remaining : null,
        ResetAfter = GetSeconds(headers, "X-RateLimit-Reset-After"),
        Scope = GetText(headers, "X-RateLimit-Scope"),
        RetryAfter = GetSeconds(headers, "Retry-After"),
    };

    private static string? GetText(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static double? GetNumber(HttpResponseHeaders headers, string name) =>
        double.TryParse(GetText(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and < int.MaxValue
                ? number
                : null;

    private static TimeSpan? GetSeconds(HttpResponseHeaders headers, string name) =>
        GetNumber(headers, name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
