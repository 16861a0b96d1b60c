using System.Net;
using PolicyBot.Discord.Client.RateLimits;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>A response of Discord's HTTP API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The whole body; may be empty.</param>
/// <param name="Limits">The headers about rate limits.</param>
public sealed record DiscordResponse(HttpStatusCode Status, byte[] Body, RateLimitHeaders Limits)
{
    /// <summary>Whether the status is a 2xx.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Whether the status is a 5xx.</summary>
    public bool IsServerError => (int)Status >= 500;

    /// <summary>Whether the status is 429.</summary>
    public bool IsRateLimited => Status == HttpStatusCode.TooManyRequests;

    /// <summary>Whether Discord counts it as an invalid request. Too many of them block the IP address.</summary>
    public bool IsInvalid =>
        Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (IsRateLimited && Limits.Scope != "shared");
}
