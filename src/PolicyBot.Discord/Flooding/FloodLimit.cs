using System.Threading.RateLimiting;
using PolicyBot.Chat.Remembering;

namespace PolicyBot.Discord.Flooding;

/// <summary>Bounds how much one user, and all in one channel, may ask, so that nobody’s flood keeps others waiting. Safe for many threads.</summary>
internal sealed class FloodLimit : IDisposable
{
    // How many of those are remembered that were told to slow down.
    private const int MaxTold = 1000;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly TimeProvider time;
    private readonly PartitionedRateLimiter<(ulong User, ulong Channel)> limiter;
    private readonly RecentlyUsed<ulong, long> refusals = new(MaxTold);

    public FloodLimit(DiscordOptions options, TimeProvider time)
    {
        this.time = time;
        // A user who is over the limit takes nothing from the channel’s.
        limiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<(ulong User, ulong Channel), ulong>(a => Partition(a.User, options.UserLimit)),
            PartitionedRateLimiter.Create<(ulong User, ulong Channel), ulong>(a => Partition(a.Channel, options.ChannelLimit)));
    }

    /// <summary>Counts something that a user asked.</summary>
    public FloodVerdict Check(ulong user, ulong channel)
    {
        using var lease = limiter.AttemptAcquire((user, channel));
        if (lease.IsAcquired) return new FloodVerdict.Within();
        var now = time.GetTimestamp();
        var isTold = refusals.TryGet(user, out var last) && time.GetElapsedTime(last, now) < Window;
        refusals.Put(user, now);
        if (isTold) return new FloodVerdict.Over();
        return new FloodVerdict.FirstOver(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window);
    }

    public void Dispose() => limiter.Dispose();

    private RateLimitPartition<ulong> Partition(ulong key, int permits) => RateLimitPartition.Get(key, _ => new WindowLimiter(permits, Window, time));
}
