using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>Finds what keeps a valid set from answering well.</summary>
public static class QualityCheck
{
    // One rule for each kind of weakness. A rule that asks the set’s own phrasings, each left out in turn, belongs here
    // too.
    private static readonly IQualityRule[] Rules =
    [
        new FewPhrasingsRule(),
        new UncoveredSentencesRule(),
        new NearDuplicatesRule(),
        new UnsupportedWordsRule(),
        new NegationRule(),
    ];

    /// <summary>
    /// The warnings about a set, by file and line. Takes a fraction of a second for ten thousand phrasings.
    /// </summary>
    /// <param name="set">The set.</param>
    public static IReadOnlyList<Diagnostic> Check(KnowledgeSet set) =>
        [.. Rules.SelectMany(r => r.Check(set)).OrderBy(w => w.File, StringComparer.Ordinal).ThenBy(w => w.Line)];
}
