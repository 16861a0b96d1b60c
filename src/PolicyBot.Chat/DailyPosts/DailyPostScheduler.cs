using System.Collections.Concurrent;
using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>The daily posts of all channels: sends what is due, and tells when to look again.</summary>
public sealed class DailyPostScheduler
{
    // Other instances may change what is due, and no clock of two machines is the same.
    private static readonly Duration LongestWait = Duration.FromMinutes(1);
    private static readonly Duration ShortestWait = Duration.FromMilliseconds(800);

    private static readonly Duration ShortRound = Duration.FromSeconds(10);

    // What failed before anything of it was noted fails again at once.
    private static readonly Duration AfterFault = Duration.FromMinutes(1);

    private const int AtOnce = 16;
    private const int Batch = 1000;

    private readonly IDailyStore _store;
    private readonly DailyPostSender _delivery;
    private readonly ConcurrentDictionary<string, Instant> _failed = new(StringComparer.Ordinal);

    /// <summary>For a store and a platform.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="channels">Where posts go.</param>
    /// <param name="articles">The article of a server as it is settled now; a <see cref="StoreUnavailableException"/> where that cannot be known.</param>
    /// <param name="usage">What servers have asked.</param>
    /// <param name="options">The settings.</param>
    public DailyPostScheduler(IDailyStore store, IDailyChannels channels, Func<string, CancellationToken, ValueTask<ServedArticle>> articles, UsageTracker usage, DailyOptions options)
    {
        _store = store;
        Writer = new DailyPostComposer(store, articles, usage);
        _delivery = new DailyPostSender(store, channels, Writer, options);
    }

    /// <summary>Raised when something may be due earlier than was thought.</summary>
    public event Action? Changed;

    internal DailyPostSender Delivery => _delivery;

    internal DailyPostComposer Writer { get; }

    /// <summary>Sends what is due.</summary>
    /// <param name="clock">The clock; the last of many are sent minutes after the first.</param>
    /// <param name="onOutcome">Told of each channel and what came of it: null where another instance has it; an exception where it failed by itself.</param>
    /// <param name="cancellationToken">Gives up; whoever comes next goes on where this ended.</param>
    /// <returns>How long till something is due again; at most a minute.</returns>
    /// <exception cref="StoreUnavailableException">The ledger is out of reach.</exception>
    public async Task<Duration> SendDueAsync(IClock clock, Action<Subscription, string?, Exception?> onOutcome, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        foreach (var (channel, _) in _failed.Where(f => !IsFresh(f.Value, now))) _failed.TryRemove(channel, out _);
        // So many that those which are left alone keep no other out.
        var max = Batch + _failed.Count;
        var due = await _store.ListDueAsync(now, max, cancellationToken);
        await Parallel.ForEachAsync(due.Where(s => !_failed.ContainsKey(s.Channel)).ToList(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (subscription, stopping) =>
        {
            try
            {
                onOutcome(subscription, Words(await _delivery.DeliverAsync(subscription, Time(), stopping)), null);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                // The boundary of one post: a channel’s fault keeps no other waiting.
                _failed[subscription.Channel] = Time();
                onOutcome(subscription, null, e);
            }
        });

        if (due.Count == max) return ShortestWait;
        var next = await _store.GetNextDueAsync(now, cancellationToken);
        return next is { } at ? Duration.Max(ShortestWait, Duration.Min(at - now, LongestWait)) : LongestWait;

        // Of a long round each goes by when it begins itself, so that no lease is over before it is used.
        Instant Time()
        {
            var time = clock.GetCurrentInstant();
            return time - now < ShortRound ? now : time;
        }
    }

    // Where the clock was set back meanwhile, it is not known for how long already.
    private static bool IsFresh(Instant fault, Instant now) => now >= fault && now - fault < AfterFault;

    internal void NotifyChanged() => Changed?.Invoke();

    private static string? Words(DeliveryResult outcome) => outcome switch
    {
        DeliveryResult.Posted(var message) => $"posted as message {message}",
        DeliveryResult.Skipped(var note) => $"left out: {note}",
        DeliveryResult.Paused(var reason) => $"paused: {reason}",
        DeliveryResult.Later(var at, var reason) => $"not known to be posted: {reason}; again at {at}",
        _ => null,
    };
}
