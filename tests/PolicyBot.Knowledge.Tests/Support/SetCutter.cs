using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Tests.Support;

/// <summary>Cuts a set to a few phrasings an entry, as a person would write by hand.</summary>
internal static class SetCutter
{
    /// <summary>
    /// Keeps the question of every entry and draws the rest from its phrasings; the set's thresholds are dropped.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="size">Phrasings an entry, the question among them; at least one.</param>
    /// <param name="seed">Which draw; the same seed gives the same set.</param>
    public static KnowledgeSet Cut(KnowledgeSet set, int size, int seed)
    {
        var random = new Random(seed);
        return set with
        {
            Thresholds = null,
            Questions = [.. set.Questions.Select(e => e with { Phrasings = Draw(e) })],
            Unanswerable = [.. set.Unanswerable.Select(e => e with { Phrasings = Draw(e) })],
        };

        string[] Draw(Entry entry)
        {
            var phrasings = entry.Phrasings.ToArray();
            random.Shuffle(phrasings);
            return phrasings[..Math.Min(size - 1, phrasings.Length)];
        }
    }
}
