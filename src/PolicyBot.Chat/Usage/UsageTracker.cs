using NodaTime;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Usage;

/// <summary>
/// Records usage data in memory until it is saved, so that no answer waits for the store. If the store can't be
/// reached, the data stays in memory as long as there is room. Thread-safe.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="privacy">Which data may be stored.</param>
public sealed class UsageTracker(IUsageStore store, IClock clock, PrivacyOptions privacy) : IDisposable
{
    // Data is stored under a time after the last range that was read, so that every event is in one of two ranges that
    // meet there.
    private static readonly Duration Tick = Duration.FromMilliseconds(1);
    private static readonly Duration LongestAhead = Duration.FromHours(1);

    private readonly Lock _sync = new();
    private readonly QuestionLimiter _limiter = new(clock);
    private readonly SemaphoreSlim _saving = new(1);
    private readonly Dictionary<string, int> _erasures = new(StringComparer.Ordinal);
    private UsageBuffer _buffer = new();
    private Instant _readUntil = Instant.MinValue;

    /// <summary>Raised when there is data to save.</summary>
    public event Action? Pending;

    /// <summary>Counts something.</summary>
    /// <param name="server">The server.</param>
    /// <param name="article">The article's name.</param>
    /// <param name="entry">The id of the entry that it happened to, or empty.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="count">How often; negative to take it back.</param>
    public void Count(string server, string article, string entry, UsageKind kind, int count = 1)
    {
        lock (_sync) _buffer.Count(server, article, entry, kind, count);
        Pending?.Invoke();
    }

    /// <summary>
    /// Records a question for the moderators, if the settings allow it and the member hasn't asked too many in the last
    /// hour.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="member">Who asked; only in memory.</param>
    /// <param name="article">The article's name.</param>
    /// <param name="question">The question as it was asked.</param>
    /// <param name="kind">The result.</param>
    public void RecordQuestion(string server, string member, string article, string question, UsageKind kind)
    {
        if (GetStoredText(question) is not { } text) return;
        lock (_sync)
        {
            if (!_limiter.TryAcquire(server, member)) return;
            _buffer.AddQuestion(server, article, text, kind);
        }

        Pending?.Invoke();
    }

    /// <summary>
    /// Records which entry a user chose instead of an answer to a question that was recorded, under the same
    /// conditions. If the question was not stored, this isn't either.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="article">The article's name.</param>
    /// <param name="question">The question as it was asked.</param>
    /// <param name="entry">The id of the article's entry.</param>
    public void RecordSuggestion(string server, string article, string question, string entry)
    {
        if (GetStoredText(question) is not { } text) return;
        lock (_sync) _buffer.AddSuggestion(server, article, text, entry);
        Pending?.Invoke();
    }

    /// <summary>Saves what was recorded since the last time.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached; a later call saves the data.</exception>
    public Task FlushAsync(CancellationToken cancellationToken) =>
        RunExclusivelyAsync(() => SaveAsync(clock.GetCurrentInstant(), cancellationToken), cancellationToken);

    /// <summary>Returns the sums of a server, including data that was not saved yet.</summary>
    /// <param name="server">The server.</param>
    /// <param name="after">Exclusive start of the range.</param>
    /// <param name="until">Inclusive end of the range: now. Data that is recorded afterwards counts as later.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public async Task<IReadOnlyList<UsageCount>> GetTotalsAsync(
        string server, Instant after, Instant until, CancellationToken cancellationToken)
    {
        await RunExclusivelyAsync(SaveAndCloseRangeAsync, cancellationToken);
        return await store.GetTotalsAsync(server, after, until, cancellationToken);

        async Task SaveAndCloseRangeAsync()
        {
            await SaveAsync(until, cancellationToken);
            _readUntil = Instant.Max(_readUntil, until);
        }
    }

    /// <summary>
    /// Returns how often a server's data was deleted since the start. What was asked before the last time must not be
    /// recorded any more.
    /// </summary>
    public int GetErasureCount(string server)
    {
        lock (_sync) return _erasures.GetValueOrDefault(server);
    }

    /// <summary>
    /// Deletes a server's stored data while nothing is being saved, and drops what was not saved yet.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="deleteStored">Deletes the stored data.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public Task EraseAsync(string server, Func<Task> deleteStored, CancellationToken cancellationToken) =>
        RunExclusivelyAsync(
            async () =>
            {
                await deleteStored();
                lock (_sync)
                {
                    _buffer.Remove(server);
                    _erasures[server] = _erasures.GetValueOrDefault(server) + 1;
                }
            },
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _saving.Dispose();

    // Null if it isn't stored.
    private string? GetStoredText(string question) =>
        privacy.KeepQuestions && PiiRedactor.Redact(question) is { Length: > 0 } text ? text : null;

    private async Task RunExclusivelyAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _saving.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            _saving.Release();
        }
    }

    private async Task SaveAsync(Instant now, CancellationToken cancellationToken)
    {
        UsageBuffer taken;
        lock (_sync) (taken, _buffer) = (_buffer, new UsageBuffer());
        if (taken.IsEmpty) return;
        // After the clock was set back, all data would be in the future.
        if (_readUntil - now > LongestAhead) _readUntil = now;
        var at = Instant.Max(now, _readUntil + Tick);
        try
        {
            await store.AddAsync(taken.ToBatches(at), at, cancellationToken);
        }
        catch
        {
            // Put it back, before what was recorded since.
            lock (_sync)
            {
                taken.Add(_buffer);
                _buffer = taken;
            }

            throw;
        }

        if (taken.ServersWithQuestions is { Count: > 0 } servers)
            await store.TrimQuestionsAsync(servers, privacy.MaxQuestions, cancellationToken);
    }
}
