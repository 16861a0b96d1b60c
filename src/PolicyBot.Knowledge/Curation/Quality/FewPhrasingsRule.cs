using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>An entry with few phrasings is hard to find for a reader who asks in other words.</summary>
internal sealed class FewPhrasingsRule : IQualityRule
{
    private const int Enough = 3;

    public IEnumerable<Diagnostic> Check(KnowledgeSet set)
    {
        foreach (var entry in set.Questions.Concat<Entry>(set.Unanswerable))
        {
            if (entry.Phrasings.Count >= Enough) continue;
            var count = entry.Phrasings.Count switch
            {
                0 => "no phrasings",
                1 => "only one phrasing",
                _ => $"only {entry.Phrasings.Count} phrasings",
            };
            yield return Warning.Create(
                set.Locations.GetQuestion(entry),
                entry.Id,
                $"The entry has {count}.",
                $"Write at least {Enough}, each in other words.");
        }
    }
}
