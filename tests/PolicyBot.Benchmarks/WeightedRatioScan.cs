using FuzzySharp;

namespace PolicyBot.Benchmarks;

/// <summary>The baseline: the entry of the phrasing with the best FuzzySharp weighted ratio.</summary>
internal sealed class WeightedRatioScan(IReadOnlyList<IReadOnlyList<string>> phrasings)
{
    private readonly (string Phrasing, int Entry)[] _all =
        [.. phrasings.SelectMany((list, entry) => list.Select(p => (p.ToLowerInvariant(), entry)))];

    /// <summary>The best entry and its ratio, 0 to 100.</summary>
    public (int Entry, int Ratio) Find(string question)
    {
        var asked = question.ToLowerInvariant();
        var best = (Entry: -1, Ratio: -1);
        foreach (var (phrasing, entry) in _all)
        {
            var ratio = Fuzz.WeightedRatio(asked, phrasing);
            if (ratio > best.Ratio) best = (entry, ratio);
        }

        return best;
    }
}
