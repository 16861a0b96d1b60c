using PolicyBot.Chat.Caching;
using PolicyBot.Discord.Client.RateLimits;

namespace PolicyBot.Discord.RateLimiting;

/// <summary>
/// Limits how much a user, and all users of a channel, can ask in ten seconds, so that nobody has to wait because of
/// others. The commands of moderators have their own limit. Thread-safe.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="time">The clock.</param>
public sealed class MessageRateLimiter(RateLimitOptions options, TimeProvider time)
{
    private const int MaxTold = 1000;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Lock _sync = new();
    private readonly WindowStore _users = new(options.UserLimit, time);
    private readonly WindowStore _channels = new(options.ChannelLimit, time);
    private readonly WindowStore _moderators = new(options.ModeratorLimit, time);

    // When a question of a user, a question in a channel, or a moderator's command was last denied.
    private readonly LruCache<(Limit Limit, ulong Id), long> _denials = new(MaxTold);

    private enum Limit
    {
        User,
        Channel,
        Moderator,
    }

    /// <summary>Counts a question and decides whether it is answered.</summary>
    /// <param name="user">The user's id.</param>
    /// <param name="channel">The channel's id; null if only the user will see the answer.</param>
    /// <param name="isNoticePublic">
    /// Whether everyone in the channel will see what the user is told. Then only one user is told if the channel's
    /// limit is exceeded.
    /// </param>
    public RateLimitDecision Check(ulong user, ulong? channel, bool isNoticePublic)
    {
        lock (_sync)
        {
            // A user over the limit doesn't use up the channel's.
            if (_users.TryAcquire(user) is { } userDelay) return Deny((Limit.User, user), userDelay);
            if (channel is not { } id || _channels.TryAcquire(id) is not { } channelDelay)
                return new RateLimitDecision.Allowed();
            return Deny(isNoticePublic ? (Limit.Channel, id) : (Limit.User, user), channelDelay);
        }
    }

    /// <summary>Counts a moderator command, which no other limit counts, and decides whether it is run.</summary>
    /// <param name="user">The moderator's id.</param>
    public RateLimitDecision CheckModerator(ulong user)
    {
        lock (_sync)
        {
            return _moderators.TryAcquire(user) is { } delay
                ? Deny((Limit.Moderator, user), delay)
                : new RateLimitDecision.Allowed();
        }
    }

    // After ten seconds without a denial, the user is told again.
    private RateLimitDecision Deny((Limit Limit, ulong Id) told, TimeSpan delay)
    {
        var now = time.GetTimestamp();
        var isTold = _denials.TryGet(told, out var last) && time.GetElapsedTime(last, now) < Window;
        _denials.Put(told, now);
        return isTold ? new RateLimitDecision.Denied() : new RateLimitDecision.FirstDenied(delay);
    }

    /// <summary>The limits of users or channels. Not safe for many threads.</summary>
    private sealed class WindowStore(int permits, TimeProvider time)
    {
        private const int MaxBeforeSweep = 1000;

        private readonly Dictionary<ulong, SlidingWindow> _windows = [];
        private int _nextSweep = MaxBeforeSweep;

        public TimeSpan? TryAcquire(ulong id)
        {
            if (_windows.Count > _nextSweep) Sweep();
            if (!_windows.TryGetValue(id, out var window))
                _windows[id] = window = new SlidingWindow(permits, Window, time);
            return window.TryAcquire();
        }

        private void Sweep()
        {
            foreach (var id in _windows.Where(w => w.Value.IsIdle).Select(w => w.Key).ToList()) _windows.Remove(id);
            // If most are in use, the next sweep waits until there are many more.
            _nextSweep = Math.Max(MaxBeforeSweep, 2 * _windows.Count);
        }
    }
}
