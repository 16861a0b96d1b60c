using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Text;

namespace PolicyBot.Knowledge.Versions;

/// <summary>
/// Finds the evidence of a set in two versions of its article, to the letter. It never takes a similar sentence for
/// it.
/// </summary>
public static class EvidenceComparer
{
    /// <summary>Compares the versions.</summary>
    /// <param name="set">The set, read with both versions.</param>
    /// <param name="old">The old version.</param>
    /// <param name="current">The new version.</param>
    /// <returns>All evidence of the set, by line.</returns>
    public static IReadOnlyList<EvidenceChange> Compare(KnowledgeSet set, Article old, Article current) =>
    [
        .. set.Evidence
            .Select(e => new EvidenceChange(e, FindParagraph(old, e.Text), FindParagraph(current, e.Text))),
    ];

    private static int? FindParagraph(Article article, string text) =>
        WholeWords.FindAll(article.Body, text) is [var first, ..]
            ? article.Paragraphs.Count(p => p.Span.Start <= first)
            : null;
}
