using System.Threading.RateLimiting;
using PolicyBot.Chat.Caching;

namespace PolicyBot.Discord.RateLimiting;

/// <summary>Bounds how much one user, and all in one channel, may ask, so that nobody’s flood keeps others waiting. Safe for many threads.</summary>
public sealed class MessageRateLimiter : IDisposable
{
    // How many users and channels are remembered that were told to slow down.
    private const int MaxTold = 1000;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly PartitionedRateLimiter<ulong> _users;
    private readonly PartitionedRateLimiter<ulong> _channels;
    private readonly Lock _sync = new();
    private readonly LruCache<(bool IsChannel, ulong Id), long> _refusals = new(MaxTold);

    public MessageRateLimiter(DiscordOptions options, TimeProvider time)
    {
        _time = time;
        _users = Limiter(options.UserLimit);
        _channels = Limiter(options.ChannelLimit);
    }

    /// <summary>Counts something that a user asked.</summary>
    /// <param name="user">The user's id.</param>
    /// <param name="channel">The channel's id.</param>
    /// <param name="isToldToAll">Whether all in the channel would see what the user is told. Where the channel is over its limit, one is told for all of them then.</param>
    public RateLimitDecision Check(ulong user, ulong channel, bool isToldToAll)
    {
        // A user who is over the limit takes nothing from the channel’s.
        using var ofUser = _users.AttemptAcquire(user);
        if (!ofUser.IsAcquired) return Over(ofUser, (IsChannel: false, user));
        using var ofChannel = _channels.AttemptAcquire(channel);
        return ofChannel.IsAcquired ? new RateLimitDecision.Allowed() : Over(ofChannel, isToldToAll ? (IsChannel: true, channel) : (IsChannel: false, user));
    }

    public void Dispose()
    {
        _users.Dispose();
        _channels.Dispose();
    }

    private RateLimitDecision Over(RateLimitLease lease, (bool IsChannel, ulong Id) told)
    {
        if (IsTold(told)) return new RateLimitDecision.Denied();
        return new RateLimitDecision.FirstDenied(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window);
    }

    // Ten seconds without a refusal end a flood.
    private bool IsTold((bool IsChannel, ulong Id) told)
    {
        lock (_sync)
        {
            var now = _time.GetTimestamp();
            var isTold = _refusals.TryGet(told, out var last) && _time.GetElapsedTime(last, now) < Window;
            _refusals.Put(told, now);
            return isTold;
        }
    }

    private PartitionedRateLimiter<ulong> Limiter(int permits) =>
        PartitionedRateLimiter.Create<ulong, ulong>(id => RateLimitPartition.Get(id, _ => new WindowLimiter(permits, Window, _time)));
}
