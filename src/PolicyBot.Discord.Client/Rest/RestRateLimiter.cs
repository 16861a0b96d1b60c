using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.RateLimits;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>
/// Keeps requests within Discord's limits: those of the buckets, the global one, and that of invalid requests. Safe for
/// many threads.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="share">
/// The share that this process may use of the limits that all processes of the bot have together; above 0, at most 1.
/// </param>
internal sealed class RestRateLimiter(TimeProvider time, double share) : IDisposable
{
    /// <summary>How long to wait after a 429 that doesn't say so.</summary>
    public static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(5);

    // Discord allows 50 requests a second. It counts them when they arrive, which may be closer together than they
    // were sent.
    private const int MaxRequests = 50;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1.05);

    // Discord blocks an IP address for a while after 10,000 in ten minutes; other programs may share the address.
    private const int MaxInvalidRequests = 8000;
    private static readonly TimeSpan InvalidWindow = TimeSpan.FromMinutes(10);

    // Bounds how many more invalid requests can follow the last one that was allowed.
    private const int MaxConcurrentRequests = 256;

    private readonly SemaphoreSlim _concurrency = new(MaxConcurrentRequests, MaxConcurrentRequests);
    private readonly IpBanGate _ipBan = new(time);
    private readonly BucketStore _buckets = new(time);
    private readonly SlidingWindow _global = new(GetShare(MaxRequests, share), Window, time);
    private readonly SlidingWindow _invalid = new(GetShare(MaxInvalidRequests, share), InvalidWindow, time);

    /// <summary>Waits until a request may be sent. <see cref="Release"/> must follow with the result.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxDelay">The longest time to wait.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>The bucket of the request, or null if it has none.</returns>
    /// <exception cref="RateLimitedException">A limit lasts longer than that.</exception>
    public async ValueTask<Bucket?> AcquireAsync(
        DiscordRequest request, TimeSpan maxDelay, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        if (await _ipBan.WaitAsync(maxDelay, cancellationToken) is { } banDelay)
            throw new RateLimitedException($"{request.Name} was not sent: this IP address is blocked", banDelay);

        var bucket = request.HasBucket ? _buckets.Get(request.Name, request.MajorParameter) : null;
        if (bucket is not null)
        {
            if (await bucket.AcquireAsync(GetRemaining(), cancellationToken) is { } bucketDelay)
                throw new RateLimitedException($"{request.Name} exceeds its rate limit", bucketDelay);
        }

        try
        {
            if (request.CountsTowardsGlobalLimit)
            {
                if (await _global.AcquireAsync(GetRemaining(), cancellationToken) is { } globalDelay)
                    throw new RateLimitedException($"{request.Name} exceeds the global rate limit", globalDelay);
            }

            await AcquireConcurrencyAsync(request, cancellationToken);
            return bucket;
        }
        catch
        {
            bucket?.Release(null);
            throw;
        }

        TimeSpan GetRemaining() => maxDelay - time.GetElapsedTime(start);
    }

    /// <summary>Records that a request ended.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bucket">The result of <see cref="AcquireAsync"/>.</param>
    /// <param name="response">Its response, or null if there was none.</param>
    public void Release(DiscordRequest request, Bucket? bucket, DiscordResponse? response)
    {
        if (response is { IsInvalid: true }) _invalid.Record();
        if (bucket is not null && response?.Limits.Bucket is { } name) _buckets.SetName(request.Name, name);
        if (response is { IsRateLimited: true, Limits: var limits })
        {
            var retryAfter = limits.RetryAfter ?? DefaultRetryAfter;
            switch (limits.Scope)
            {
                case "user" or "shared":
                    bucket?.MarkExhausted(retryAfter);
                    break;
                case "global":
                    _global.Pause(retryAfter);
                    break;
                default:
                    // The proxy in front of Discord responded, not the API.
                    _ipBan.Block(retryAfter);
                    break;
            }
        }

        bucket?.Release(response?.Limits);
        _concurrency.Release();
    }

    public void Dispose() => _concurrency.Dispose();

    private static int GetShare(int limit, double share) => Math.Max(1, (int)(limit * share));

    private async ValueTask AcquireConcurrencyAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        await _concurrency.WaitAsync(cancellationToken);
        if (_invalid.Delay is not { Ticks: > 0 } delay) return;
        _concurrency.Release();
        throw new RateLimitedException($"{request.Name} was not sent: too many invalid requests lately", delay);
    }
}
