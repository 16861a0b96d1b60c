using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.RateLimits;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>Keeps requests within Discord's limits: each bucket's, the global one, and that of invalid requests. Safe for many threads.</summary>
/// <param name="time">The clock.</param>
internal sealed class RestRateLimiter(TimeProvider time) : IDisposable
{
    // Discord blocks an address for a while after 10,000 in 10 minutes; other programs may share the address.
    private const int MaxInvalid = 8000;

    // Where a 429 does not say how long.
    public static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(5);

    // Discord counts a request when it arrives, which the network has later for some than for others.
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(50);

    // So many requests are under way at once at the most, so that no more than these can go after the last valid one.
    private const int Lanes = 256;

    private readonly SemaphoreSlim _lanes = new(Lanes, Lanes);
    private readonly IpBanGate _block = new(time);
    private readonly BucketStore _buckets = new(time);
    private readonly SlidingWindow _global = new(50, TimeSpan.FromSeconds(1) + Jitter, time);
    private readonly SlidingWindow _invalid = new(MaxInvalid, TimeSpan.FromMinutes(10), time);

    /// <summary>Waits until a request may go; <see cref="Release"/> must follow with what it returns.</summary>
    /// <param name="request">The request.</param>
    /// <param name="longest">The longest wait that is worth it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RateLimitedException">A limit holds longer than that.</exception>
    public async ValueTask<Bucket?> AcquireAsync(DiscordRequest request, TimeSpan longest, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        if (await _block.WaitAsync(longest, cancellationToken) is { } blocked)
            throw new RateLimitedException($"{request.Name} was not sent: nothing from this address is let through", blocked);
        var bucket = request.HasBucket ? _buckets.Get(request.Name, request.MajorParameter) : null;
        if (bucket is not null && await bucket.AcquireAsync(longest - time.GetElapsedTime(start), cancellationToken) is { } wait)
            throw new RateLimitedException($"{request.Name} is over its limit", wait);
        try
        {
            if (request.CountsTowardsGlobalLimit && await _global.AcquireAsync(longest - time.GetElapsedTime(start), cancellationToken) is { } pause)
                throw new RateLimitedException($"{request.Name} is over the global limit", pause);
            await EnterLaneAsync(request, cancellationToken);
            return bucket;
        }
        catch
        {
            bucket?.Release(null);
            throw;
        }
    }

    /// <summary>Takes note of how a request ended.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bucket">What <see cref="AcquireAsync"/> returned.</param>
    /// <param name="reply">Its response, or null where none came.</param>
    public void Release(DiscordRequest request, Bucket? bucket, DiscordResponse? reply)
    {
        if (reply is { IsInvalid: true }) _invalid.Record();
        if (bucket is not null && reply?.Limits.Bucket is { } name) _buckets.SetName(request.Name, name);
        if (reply is { IsRateLimited: true, Limits: var limits })
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
                    // It is not the API that answers but what stands before it.
                    _block.Block(retryAfter);
                    break;
            }
        }

        bucket?.Release(reply?.Limits);
        _lanes.Release();
    }

    public void Dispose() => _lanes.Dispose();

    private async ValueTask EnterLaneAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        await _lanes.WaitAsync(cancellationToken);
        if (_invalid.Delay is not { Ticks: > 0 } blocked) return;
        _lanes.Release();
        throw new RateLimitedException($"{request.Name} was not sent: too many invalid requests lately", blocked);
    }
}
