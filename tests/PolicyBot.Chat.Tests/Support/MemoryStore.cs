using NodaTime;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A store that keeps things as the real one does, in memory, and can be out of reach.</summary>
internal sealed class MemoryStore : IServerSettingsStore, IUsageStore
{
    private readonly List<(string Community, Instant At, UsageCount Count)> _counts = [];
    private readonly Dictionary<(string Community, string Article, string Text), UnansweredQuestion> _questions = [];
    private readonly HashSet<(string Community, string Article, string Text)> _dismissed = [];

    /// <summary>Why it is out of reach, or null.</summary>
    public string? Fault { get; set; }

    /// <summary>What goes wrong in it that it does not know, or null.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What the reading of settings waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What is done in the midst of writing something down.</summary>
    public Func<Task>? OnAdding { get; set; }

    /// <summary>How often settings were read.</summary>
    public int Reads { get; private set; }

    /// <summary>How often something was written down.</summary>
    public int Writes { get; private set; }

    public Dictionary<string, ServerSettings> Settings { get; } = [];

    /// <summary>All questions that are kept, in order.</summary>
    public IEnumerable<string> Kept => _questions.Values.OrderBy(q => q.Text, StringComparer.Ordinal).Select(q => $"{q.Article}: {q.Text} ({q.Kind}, {q.Count})");

    /// <summary>All counts, in order.</summary>
    public IEnumerable<string> Counted => _counts.GroupBy(c => (c.Community, c.Count.Article, c.Count.Entry, c.Count.Kind))
        .Select(g => $"{g.Key.Community} {g.Key.Article} {g.Key.Entry} {g.Key.Kind} {g.Sum(c => c.Count.Count)}").Order(StringComparer.Ordinal);

    public async Task<ServerSettings?> FindAsync(string community, CancellationToken cancellationToken)
    {
        Reads++;
        await Gate.WaitAsync(cancellationToken);
        Check();
        return Settings.GetValueOrDefault(community);
    }

    public Task SaveAsync(string community, ServerSettings settings, CancellationToken cancellationToken)
    {
        Check();
        Settings[community] = settings;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string community, CancellationToken cancellationToken)
    {
        Check();
        Settings.Remove(community);
        _counts.RemoveAll(c => c.Community == community);
        foreach (var key in _questions.Keys.Where(k => k.Community == community)) _questions.Remove(key);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> DeleteDepartedAsync(IReadOnlySet<string> present, Instant now, Duration retention, CancellationToken cancellationToken) =>
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
                _questions[key] = question with { Count = question.Count + (_questions.GetValueOrDefault(key)?.Count ?? 0), LastAt = at };
            }
        }
    }

    public Task<IReadOnlyList<UsageCount>> GetTotalsAsync(string community, Instant after, Instant until, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyList<UsageCount>>([
            .. Within(community, after, until).Select(c => c.Count).GroupBy(c => (c.Article, c.Entry, c.Kind))
                .Select(g => new UsageCount(g.Key.Article, g.Key.Entry, g.Key.Kind, g.Sum(c => c.Count))),
        ]);
    }

    public Task<IReadOnlyList<DayCount>> GetDailyCountsAsync(string community, Instant after, Instant until, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyList<DayCount>>([
            .. Within(community, after, until).GroupBy(c => (Day: c.At.InUtc().Date, c.Count.Kind)).OrderBy(g => g.Key.Day)
                .Select(g => new DayCount(g.Key.Day, g.Key.Kind, g.Sum(c => c.Count.Count))),
        ]);
    }

    public Task<IReadOnlyList<UnansweredQuestion>> ListUnansweredAsync(string community, int max, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyList<UnansweredQuestion>>([
            .. _questions.Where(q => q.Key.Community == community && !_dismissed.Contains((community, q.Value.Article, q.Key.Text))).Select(q => q.Value)
                .OrderByDescending(q => q.Count).ThenByDescending(q => q.LastAt).Take(max),
        ]);
    }

    public Task<int> DismissAsync(string community, string article, IReadOnlyCollection<string> texts, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(texts.Count(t => _dismissed.Add((community, article, t))));
    }

    public Task PurgeExpiredAsync(Instant questionsBefore, Instant countsBefore, Instant foldBefore, CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<(string Community, Instant At, UsageCount Count)> Within(string community, Instant after, Instant until) =>
        _counts.Where(c => c.Community == community && c.At > after && c.At <= until);

    private void Check()
    {
        if (Failure is { } failure) throw failure;
        if (Fault is { } fault) throw new StoreUnavailableException(fault, new IOException(fault));
    }
}
