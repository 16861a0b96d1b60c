using FuzzySharp;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>The phrasing of an entry that is most like a question, by FuzzySharp's token set ratio.</summary>
internal static class NearestPhrasing
{
    public static string Find(Entry entry, string question)
    {
        var asked = question.ToLowerInvariant();
        return entry.Phrasings.Prepend(entry.Question).MaxBy(p => Fuzz.TokenSetRatio(asked, p.ToLowerInvariant()) + (Fuzz.Ratio(asked, p.ToLowerInvariant()) / 100.0))!;
    }
}
