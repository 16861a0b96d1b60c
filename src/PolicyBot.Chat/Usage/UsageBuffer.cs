using NodaTime;

namespace PolicyBot.Chat.Usage;

/// <summary>
/// Usage data that isn't saved yet. If it is full, new data is dropped. Not safe for several threads.
/// </summary>
internal sealed class UsageBuffer
{
    // About 20 MB.
    private const int MaxItems = 100_000;

    private readonly Dictionary<(string Server, string Article, string Entry, UsageKind Kind), int> _counts = [];
    private readonly Dictionary<(string Server, string Article, string Text), (UsageKind Kind, int Count)> _questions =
        [];
    private readonly Dictionary<(string Server, string Article, string Text), string> _suggestions = [];

    public bool IsEmpty => _counts.Count == 0 && _questions.Count == 0 && _suggestions.Count == 0;

    /// <summary>The servers that asked questions.</summary>
    public IReadOnlyCollection<string> ServersWithQuestions =>
        _questions.Keys.Select(k => k.Server).ToHashSet(StringComparer.Ordinal);

    public void Count(string server, string article, string entry, UsageKind kind, int count)
    {
        var key = (server, article, entry, kind);
        var isKnown = _counts.TryGetValue(key, out var before);
        if (isKnown || _counts.Count < MaxItems) _counts[key] = before + count;
    }

    public void AddQuestion(string server, string article, string text, UsageKind kind, int count = 1)
    {
        var key = (server, article, text);
        var isKnown = _questions.TryGetValue(key, out var before);
        if (isKnown || _questions.Count < MaxItems) _questions[key] = (kind, before.Count + count);
    }

    public void AddSuggestion(string server, string article, string text, string entry)
    {
        var key = (server, article, text);
        if (_suggestions.ContainsKey(key) || _suggestions.Count < MaxItems) _suggestions[key] = entry;
    }

    /// <summary>Adds what happened later.</summary>
    public void Add(UsageBuffer later)
    {
        foreach (var (key, count) in later._counts) Count(key.Server, key.Article, key.Entry, key.Kind, count);
        foreach (var (key, (kind, count)) in later._questions)
            AddQuestion(key.Server, key.Article, key.Text, kind, count);
        foreach (var (key, entry) in later._suggestions) AddSuggestion(key.Server, key.Article, key.Text, entry);
    }

    public void Remove(string server)
    {
        foreach (var key in _counts.Keys.Where(k => k.Server == server).ToList()) _counts.Remove(key);
        foreach (var key in _questions.Keys.Where(k => k.Server == server).ToList()) _questions.Remove(key);
        foreach (var key in _suggestions.Keys.Where(k => k.Server == server).ToList()) _suggestions.Remove(key);
    }

    /// <summary>Returns the data by server.</summary>
    /// <param name="at">The time under which it will be stored.</param>
    public IReadOnlyList<UsageBatch> ToBatches(Instant at)
    {
        var counts = _counts.Where(c => c.Value != 0).ToLookup(
            c => c.Key.Server, c => new UsageCount(c.Key.Article, c.Key.Entry, c.Key.Kind, c.Value));
        var questions = _questions.ToLookup(
            q => q.Key.Server, q => new UnansweredQuestion(q.Key.Article, q.Key.Text, q.Value.Kind, q.Value.Count, at));
        var suggestions = _suggestions.ToLookup(
            s => s.Key.Server, s => new SuggestedPhrasing(s.Key.Article, s.Key.Text, s.Value));
        var servers = counts.Select(c => c.Key)
            .Union(questions.Select(q => q.Key))
            .Union(suggestions.Select(s => s.Key))
            .Order(StringComparer.Ordinal);
        return
        [
            .. servers.Select(
                s => new UsageBatch(s, [.. counts[s]], [.. questions[s]]) { Suggestions = [.. suggestions[s]] }),
        ];
    }
}
