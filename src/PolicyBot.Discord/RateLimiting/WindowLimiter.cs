using System.Threading.RateLimiting;
using PolicyBot.Discord.Client.RateLimits;

namespace PolicyBot.Discord.RateLimiting;

/// <summary>A limiter for so many in any stretch of a given length; nobody waits for a turn. It keeps time by a <see cref="TimeProvider"/>, as no limiter of the platform does.</summary>
internal sealed class WindowLimiter(int permits, TimeSpan window, TimeProvider time) : RateLimiter
{
    private readonly SlidingWindow _turns = new(permits, window, time);

    public override TimeSpan? IdleDuration => _turns.IdleTime;

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => _turns.TryAcquire() is { } wait ? new Lease(wait) : Lease.Acquired;

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => ValueTask.FromResult(AttemptAcquireCore(permitCount));

    private sealed class Lease(TimeSpan? retryAfter) : RateLimitLease
    {
        public static Lease Acquired { get; } = new(null);

        public override bool IsAcquired => retryAfter is null;

        public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }
    }
}
