using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>Finds weaknesses of a valid set.</summary>
public static class QualityCheck
{
    private static readonly IQualityRule[] Rules =
    [
        new FewPhrasingsRule(),
        new UncoveredSentencesRule(),
        new NearDuplicatesRule(),
        new UnsupportedWordsRule(),
        new NegationRule(),
    ];

    /// <summary>
    /// Finds the warnings for a set, by file and line. Takes a fraction of a second for ten thousand phrasings.
    /// </summary>
    /// <param name="set">The set.</param>
    public static IReadOnlyList<Diagnostic> Check(KnowledgeSet set) =>
        [.. Rules.SelectMany(r => r.Check(set)).OrderBy(w => w.File, StringComparer.Ordinal).ThenBy(w => w.Line)];
}
