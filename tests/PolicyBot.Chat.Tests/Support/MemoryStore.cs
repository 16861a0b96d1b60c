using NodaTime;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A store in memory that behaves like the real one, and can be made to fail.</summary>
internal sealed class MemoryStore : IServerSettingsStore, IUsageStore, IVoteStore
{
    private readonly List<(string Server, Instant At, UsageCount Count)> _counts = [];
    private readonly Dictionary<(string Server, string Article, string Text), UnansweredQuestion> _questions = [];
    private readonly HashSet<(string Server, string Article, string Text)> _dismissed = [];

    private readonly Dictionary<Vote, (bool IsHelpful, bool WasNotHelpful)> _votes = [];

    /// <summary>Why it is unavailable, or null if it works.</summary>
    public string? Fault { get; set; }

    /// <summary>An unexpected exception that every call throws, or null.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What reading settings waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Runs before something is added, or null.</summary>
    public Func<Task>? OnAdding { get; set; }

    /// <summary>How often settings were read.</summary>
    public int Reads { get; private set; }

    /// <summary>How often something was added.</summary>
    public int Writes { get; private set; }

    public Dictionary<string, ServerSettings> Settings { get; } = [];

    /// <summary>All stored questions, in order.</summary>
    public IEnumerable<string> Kept => _questions.Values
        .OrderBy(q => q.Text, StringComparer.Ordinal)
        .Select(q => $"{q.Article}: {q.Text} ({q.Kind}, {q.Count})");

    /// <summary>What users chose instead of an answer to a stored question, in order.</summary>
    public IEnumerable<string> Suggested => _questions.Values
        .Where(q => q.SuggestedEntry is not null)
        .OrderBy(q => q.Text, StringComparer.Ordinal)
        .Select(q => $"{q.Article}: {q.Text} -> {q.SuggestedEntry}");

    /// <summary>All counts, in order.</summary>
    public IEnumerable<string> Counted => _counts
        .GroupBy(c => (c.Server, c.Count.Article, c.Count.Entry, c.Count.Kind))
        .Select(g => $"{g.Key.Server} {g.Key.Article} {g.Key.Entry} {g.Key.Kind} {g.Sum(c => c.Count.Count)}")
        .Order(StringComparer.Ordinal);

    public async Task<ServerSettings?> FindAsync(string server, CancellationToken cancellationToken)
    {
        Reads++;
        await Gate.WaitAsync(cancellationToken);
        Check();
        return Settings.GetValueOrDefault(server);
    }

    public Task SaveAsync(string server, ServerSettings settings, CancellationToken cancellationToken)
    {
        Check();
        Settings[server] = settings;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string server, bool deletesCuration, CancellationToken cancellationToken)
    {
        Check();
        Settings.Remove(server);
        _counts.RemoveAll(c => c.Server == server);
        foreach (var key in _questions.Keys.Where(k => k.Server == server)) _questions.Remove(key);
        foreach (var vote in _votes.Keys.Where(v => v.Server == server)) _votes.Remove(vote);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> DeleteDepartedAsync(
        IReadOnlySet<string> present, Instant now, Duration retention, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public async Task AddAsync(IReadOnlyList<UsageBatch> batches, Instant at, CancellationToken cancellationToken)
    {
        if (OnAdding is { } act) await act();
        Check();
        Writes++;
        foreach (var batch in batches)
        {
            _counts.AddRange(batch.Counts.Select(c => (batch.Server, at, c)));
            foreach (var question in batch.Questions)
            {
                var key = (batch.Server, question.Article, question.Text);
                var former = _questions.GetValueOrDefault(key);
                _questions[key] = question with
                {
                    Count = question.Count + (former?.Count ?? 0),
                    FirstAt = former?.FirstAt ?? at,
                    LastAt = at,
                    SuggestedEntry = former?.SuggestedEntry,
                };
            }

            foreach (var (article, text, entry) in batch.Suggestions)
            {
                var key = (batch.Server, article, text);
                if (_questions.TryGetValue(key, out var question))
                    _questions[key] = question with { SuggestedEntry = entry };
            }
        }
    }

    public Task TrimQuestionsAsync(
        IReadOnlyCollection<string> servers, int max, CancellationToken cancellationToken)
    {
        Check();
        foreach (var server in servers)
        {
            var ofServer = _questions.Where(q => q.Key.Server == server)
                .OrderBy(q => q.Value.Count > 1).ThenBy(q => q.Value.LastAt).ToList();
            foreach (var (key, _) in ofServer.Take(Math.Max(0, ofServer.Count - max))) _questions.Remove(key);
        }

        return Task.CompletedTask;
    }

    public Task<VoteResult> RecordAsync(Vote vote, Instant at, CancellationToken cancellationToken)
    {
        Check();
        var key = vote with { IsHelpful = true };
        var isKnown = _votes.TryGetValue(key, out var former);
        if (isKnown && former.IsHelpful == vote.IsHelpful) return Task.FromResult(new VoteResult(false, false, false));
        _votes[key] = (vote.IsHelpful, former.WasNotHelpful || !vote.IsHelpful);
        return Task.FromResult(new VoteResult(true, isKnown, !vote.IsHelpful && !former.WasNotHelpful));
    }

    Task IVoteStore.PurgeExpiredAsync(Instant before, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<UsageCount>> GetTotalsAsync(
        string server, Instant after, Instant until, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyList<UsageCount>>([
            .. ListCounts(server, after, until)
                .Select(c => c.Count)
                .GroupBy(c => (c.Article, c.Entry, c.Kind))
                .Select(g => new UsageCount(g.Key.Article, g.Key.Entry, g.Key.Kind, g.Sum(c => c.Count))),
        ]);
    }

    public Task<IReadOnlyList<DayCount>> GetDailyCountsAsync(
        string server, Instant after, Instant until, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyList<DayCount>>([
            .. ListCounts(server, after, until)
                .GroupBy(c => (Day: c.At.InUtc().Date, c.Count.Kind))
                .OrderBy(g => g.Key.Day)
                .Select(g => new DayCount(g.Key.Day, g.Key.Kind, g.Sum(c => c.Count.Count))),
        ]);
    }

    public Task<IReadOnlyList<UnansweredQuestion>> ListUnansweredAsync(
        string server, int max, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyList<UnansweredQuestion>>([
            .. _questions
                .Where(q => q.Key.Server == server && !_dismissed.Contains((server, q.Value.Article, q.Key.Text)))
                .Select(q => q.Value)
                .OrderByDescending(q => q.Count)
                .ThenByDescending(q => q.LastAt)
                .Take(max),
        ]);
    }

    public Task<int> DismissAsync(
        string server, string article, IReadOnlyCollection<string> texts, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(texts.Count(t => _dismissed.Add((server, article, t))));
    }

    public Task PurgeExpiredAsync(
        Instant questionsBefore, Instant countsBefore, Instant foldBefore, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private IEnumerable<(string Server, Instant At, UsageCount Count)> ListCounts(
        string server, Instant after, Instant until) =>
        _counts.Where(c => c.Server == server && c.At > after && c.At <= until);

    private void Check()
    {
        if (Failure is { } failure) throw failure;
        if (Fault is { } fault) throw new StoreUnavailableException(fault, new IOException(fault));
    }
}
