using System.Globalization;
using System.Net.Http.Headers;

namespace PolicyBot.Discord.Client.RateLimits;

/// <summary>What the headers of a response say of limits; null where they are silent.</summary>
public readonly record struct RateLimitHeaders
{
    /// <summary>The id of the bucket, shared by routes.</summary>
    public string? Bucket { get; init; }

    /// <summary>How many requests a window takes.</summary>
    public int? Limit { get; init; }

    /// <summary>How many more this window takes.</summary>
    public int? Remaining { get; init; }

    /// <summary>When the window ends, from the response on. It is used rather than the time of day, as clocks differ.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>user, global or shared; only of a 429.</summary>
    public string? Scope { get; init; }

    /// <summary>How long to wait; only of a 429.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static RateLimitHeaders Parse(HttpResponseHeaders headers) => new()
    {
        Bucket = Text(headers, "X-RateLimit-Bucket"),
        Limit = Number(headers, "X-RateLimit-Limit") is { } limit ? (int)limit : null,
        Remaining = Number(headers, "X-RateLimit-Remaining") is { } remaining ? (int)remaining : null,
        ResetAfter = Seconds(headers, "X-RateLimit-Reset-After"),
        Scope = Text(headers, "X-RateLimit-Scope"),
        RetryAfter = Seconds(headers, "Retry-After"),
    };

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < int.MaxValue ? number : null;

    private static TimeSpan? Seconds(HttpResponseHeaders headers, string name) => Number(headers, name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
