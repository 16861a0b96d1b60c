using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Evaluation.Effects;

/// <summary>
/// One of several parts of a set's phrasings, which are left out together. A phrasing is in the same part of every set.
/// </summary>
/// <param name="number">The part, from 0.</param>
/// <param name="parts">The number of parts.</param>
internal sealed class LeftOutPart(int number, int parts)
{
    /// <summary>Whether it has a phrasing.</summary>
    public bool Contains(string phrasing) =>
        Hash.Compute(TextKey.Create(phrasing), 'e') % (ulong)parts == (ulong)number;

    /// <summary>Creates a copy of a set without the phrasings of the part; entries without any stay the same.</summary>
    public KnowledgeSet RemoveFrom(KnowledgeSet set) => set with
    {
        Questions = [.. set.Questions.Select(RemoveFrom)],
        Unanswerable = [.. set.Unanswerable.Select(RemoveFrom)],
        Withheld = [.. set.Withheld.Select(RemoveFrom)],
    };

    private T RemoveFrom<T>(T entry)
        where T : Entry =>
        entry.Phrasings.Any(Contains)
            ? entry with { Phrasings = [.. entry.Phrasings.Where(p => !Contains(p))] }
            : entry;
}
