using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>Warns about entries with few phrasings: readers who ask in other words won't find them.</summary>
internal sealed class FewPhrasingsRule : IQualityRule
{
    private const int MinPhrasings = 3;

    public IEnumerable<Diagnostic> Check(KnowledgeSet set)
    {
        foreach (var entry in set.Questions.Concat<Entry>(set.Unanswerable))
        {
            if (entry.Phrasings.Count >= MinPhrasings) continue;
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
                $"Write at least {MinPhrasings}, each worded differently.");
        }
    }
}
