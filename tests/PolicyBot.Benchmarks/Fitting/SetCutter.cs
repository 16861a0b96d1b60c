using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Benchmarks.Fitting;

/// <summary>Cuts a set to a few phrasings an entry, as a person would write by hand.</summary>
internal static class SetCutter
{
    private const int LeftOutPerEntry = 2;

    /// <summary>Keeps the question of every entry and draws the rest from its phrasings.</summary>
    /// <param name="set">The set.</param>
    /// <param name="size">Phrasings an entry, the question among them; at least one.</param>
    /// <param name="draw">Which draw.</param>
    /// <returns>The cut set, and for each entry two of the phrasings that are not in it.</returns>
    public static (KnowledgeSet Set, IReadOnlyList<(string Phrasing, Entry Entry)> LeftOut) Cut(
        KnowledgeSet set, int size, int draw)
    {
        var random = new Random((draw * 1000) + size);
        var left = new List<(string, Entry)>();
        return (set with
        {
            Questions = [.. set.Questions.Select(e => e with { Phrasings = Draw(e) })],
            Unanswerable = [.. set.Unanswerable.Select(e => e with { Phrasings = Draw(e) })],
        }, left);

        string[] Draw(Entry entry)
        {
            var phrasings = entry.Phrasings.ToArray();
            random.Shuffle(phrasings);
            left.AddRange(phrasings.Skip(size - 1).Take(LeftOutPerEntry).Select(p => (p, entry)));
            return phrasings[..Math.Min(size - 1, phrasings.Length)];
        }
    }
}
