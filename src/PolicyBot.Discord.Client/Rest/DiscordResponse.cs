using System.Net;
using PolicyBot.Discord.Client.RateLimits;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>What Discord answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, whole; empty where there is none.</param>
/// <param name="Limits">What its headers say of limits.</param>
public sealed record DiscordResponse(HttpStatusCode Status, byte[] Body, RateLimitHeaders Limits)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsServerError => (int)Status >= 500;

    public bool IsRateLimited => Status == HttpStatusCode.TooManyRequests;

    /// <summary>Whether Discord counts it towards the invalid requests that block an address.</summary>
    public bool IsInvalid => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (IsRateLimited && Limits.Scope != "shared");
}
