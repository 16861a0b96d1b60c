using NodaTime;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Usage;

/// <summary>
/// Counts what happens, in memory until it is written down, so that no answer waits for the store. While the store is out of reach it stays in
/// memory, as far as there is room. Safe for many threads.
/// </summary>
/// <param name="store">Where it is written down.</param>
/// <param name="clock">The clock.</param>
/// <param name="privacy">What may be kept.</param>
public sealed class UsageTracker(IUsageStore store, IClock clock, PrivacyOptions privacy) : IDisposable
{
    private static readonly Duration Tick = Duration.FromMilliseconds(1);
    private static readonly Duration LongestAhead = Duration.FromHours(1);

    private readonly Lock _sync = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Dictionary<string, int> _erasures = new(StringComparer.Ordinal);
    private UsageBuffer _tally = new();
    private Instant _readUntil = Instant.MinValue;

    /// <summary>Raised when something waits to be written down.</summary>
    public event Action? Pending;

    /// <summary>Counts something.</summary>
    /// <param name="community">Where it happened.</param>
    /// <param name="article">The article's name.</param>
    /// <param name="entry">The id of the entry that it happened to, or empty.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="count">How often; below 0 to take it back.</param>
    public void Count(string community, string article, string entry, UsageKind kind, int count = 1)
    {
        lock (_sync) _tally.Count(community, article, entry, kind, count);
        Pending?.Invoke();
    }

    /// <summary>Keeps a question for the moderators, where that is allowed.</summary>
    /// <param name="community">Where it was asked.</param>
    /// <param name="article">The article's name.</param>
    /// <param name="question">The question as it was asked.</param>
    /// <param name="kind">What came of it.</param>
    public void RecordQuestion(string community, string article, string question, UsageKind kind)
    {
        if (!privacy.KeepQuestions || PiiRedactor.Redact(question) is not { Length: > 0 } text) return;
        lock (_sync) _tally.AddQuestion(community, article, text, kind);
        Pending?.Invoke();
    }

    /// <summary>Writes down what happened since the last time.</summary>
    /// <exception cref="StoreUnavailableException">The store is out of reach; a later call writes it down.</exception>
    public Task FlushAsync(CancellationToken cancellationToken) => AloneAsync(() => WritePendingAsync(clock.GetCurrentInstant(), cancellationToken), cancellationToken);

    /// <summary>The sums of a community, of what is not written down yet too.</summary>
    /// <param name="community">The community.</param>
    /// <param name="after">What happened later.</param>
    /// <param name="until">What happened not later; now. What happens from here on counts as later, so that each thing is in one of two spans that meet here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The store is out of reach.</exception>
    public async Task<IReadOnlyList<UsageCount>> GetTotalsAsync(string community, Instant after, Instant until, CancellationToken cancellationToken)
    {
        await AloneAsync(WriteAndCloseAsync, cancellationToken);
        return await store.GetTotalsAsync(community, after, until, cancellationToken);

        async Task WriteAndCloseAsync()
        {
            await WritePendingAsync(until, cancellationToken);
            _readUntil = Instant.Max(_readUntil, until);
        }
    }

    /// <summary>How often a community's counts were erased since the start; what was counted before the last time cannot be taken back.</summary>
    public int GetErasureCount(string community)
    {
        lock (_sync) return _erasures.GetValueOrDefault(community);
    }

    /// <summary>Forgets what is not written down yet of a community, and has what is erased while nothing is written down.</summary>
    public Task EraseAsync(string community, Func<Task> erase, CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            await erase();
            lock (_sync)
            {
                _tally.Remove(community);
                _erasures[community] = _erasures.GetValueOrDefault(community) + 1;
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private async Task AloneAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task WritePendingAsync(Instant now, CancellationToken cancellationToken)
    {
        UsageBuffer taken;
        lock (_sync) (taken, _tally) = (_tally, new UsageBuffer());
        if (taken.IsEmpty) return;
        // Once a clock is set back by much, all would lie in the future.
        if (_readUntil - now > LongestAhead) _readUntil = now;
        var at = Instant.Max(now, _readUntil + Tick);
        try
        {
            await store.AddAsync(taken.ToBatches(at), at, cancellationToken);
        }
        catch
        {
            // Put back; what happened meanwhile goes on top of it.
            lock (_sync)
            {
                taken.Add(_tally);
                _tally = taken;
            }

            throw;
        }
    }
}
