using NodaTime;

namespace PolicyBot.Chat.Usage;

/// <summary>What happened and is not written down yet. Bounded: past that, what is new is dropped. Not for two threads.</summary>
internal sealed class UsageBuffer
{
    // About 20 MB.
    private const int Max = 100_000;

    private readonly Dictionary<(string Community, string Article, string Entry, UsageKind Kind), int> _counts = [];
    private readonly Dictionary<(string Community, string Article, string Text), (UsageKind Kind, int Count)> _questions = [];

    public bool IsEmpty => _counts.Count == 0 && _questions.Count == 0;

    public void Count(string community, string article, string entry, UsageKind kind, int count) => Add((community, article, entry, kind), count);

    public void AddQuestion(string community, string article, string text, UsageKind kind) => Add((community, article, text), kind, 1);

    /// <summary>Adds what happened later.</summary>
    public void Add(UsageBuffer later)
    {
        foreach (var (key, count) in later._counts) Add(key, count);
        foreach (var (key, (kind, count)) in later._questions) Add(key, kind, count);
    }

    public void Remove(string community)
    {
        foreach (var key in _counts.Keys.Where(k => k.Community == community).ToList()) _counts.Remove(key);
        foreach (var key in _questions.Keys.Where(k => k.Community == community).ToList()) _questions.Remove(key);
    }

    /// <summary>The same as it is written down at a time.</summary>
    public IReadOnlyList<UsageBatch> ToBatches(Instant at)
    {
        var counted = _counts.Where(c => c.Value != 0).ToLookup(c => c.Key.Community, c => new UsageCount(c.Key.Article, c.Key.Entry, c.Key.Kind, c.Value));
        var kept = _questions.ToLookup(q => q.Key.Community, q => new UnansweredQuestion(q.Key.Article, q.Key.Text, q.Value.Kind, q.Value.Count, at));
        return [.. counted.Select(c => c.Key).Union(kept.Select(k => k.Key)).Order(StringComparer.Ordinal).Select(c => new UsageBatch(c, [.. counted[c]], [.. kept[c]]))];
    }

    private void Add((string Community, string Article, string Entry, UsageKind Kind) key, int count)
    {
        var isThere = _counts.TryGetValue(key, out var before);
        if (isThere || _counts.Count < Max) _counts[key] = before + count;
    }

    private void Add((string Community, string Article, string Text) key, UsageKind kind, int count)
    {
        var isThere = _questions.TryGetValue(key, out var before);
        if (isThere || _questions.Count < Max) _questions[key] = (kind, before.Count + count);
    }
}
