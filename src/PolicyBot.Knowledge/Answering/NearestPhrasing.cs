using FuzzySharp;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Finds the phrasing of an entry most similar to a question, by FuzzySharp's token set ratio.</summary>
internal static class NearestPhrasing
{
    /// <summary>Finds the phrasing; the canonical question is one.</summary>
    public static string Find(Entry entry, string question)
    {
        var asked = question.ToLowerInvariant();
        return entry.Phrasings.Prepend(entry.Question).MaxBy(p => GetSimilarity(asked, p.ToLowerInvariant()))!;
    }

    // The plain ratio only breaks ties.
    private static double GetSimilarity(string asked, string phrasing) =>
        Fuzz.TokenSetRatio(asked, phrasing) + (Fuzz.Ratio(asked, phrasing) / 100.0);
}
