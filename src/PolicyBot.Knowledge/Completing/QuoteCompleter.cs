using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Completing;

/// <summary>x</summary>
public sealed class QuoteCompleter(KnowledgeSet set)
{
    /// <summary>x</summary>
    public IReadOnlyList<string> Speakers(string typed, int max) => [.. set.Quotes.Select(q => q.Speaker).Distinct().Where(q => q.Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(max)];

    /// <summary>x</summary>
    public IReadOnlyList<string> Subjects(string typed, int max) => [.. set.Quotes.SelectMany(q => q.Topics).Distinct().Where(q => q.Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(max)];
}
