using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads and checks an article and its curated set.</summary>
public static class KnowledgeReader
{
    /// <summary>Reads the files and reports every error in them. Never throws, whatever the texts contain.</summary>
    /// <param name="name">The set's name: that of its folder.</param>
    /// <param name="article">article.md.</param>
    /// <param name="knowledge">knowledge.yaml, or null if the article has no prepared questions.</param>
    /// <param name="phrasings">
    /// phrasings.txt, or null if the set has none; requires <paramref name="knowledge"/>.
    /// </param>
    /// <param name="marked">
    /// What happens to the parts that are marked with <c>review:</c>. A mark in the front matter is about the whole
    /// article, so that without marked parts, it is an error.
    /// </param>
    /// <param name="earlier">
    /// article.md of earlier versions, the latest first. What rests on words that only these have is withheld.
    /// </param>
    public static ReadResult Read(
        string name,
        KnowledgeFile article,
        KnowledgeFile? knowledge,
        KnowledgeFile? phrasings = null,
        MarkedEntryHandling marked = MarkedEntryHandling.Withheld,
        IReadOnlyList<KnowledgeFile>? earlier = null)
    {
        var articleDiagnostics = new DiagnosticBag(article.Path);
        if (knowledge is null)
        {
            var articleLocations = new SetLocations(article.Path, "", "");
            var plain = ArticleReader.Read(
                Normalize(article.Text), articleDiagnostics, articleLocations, out var plainMark);
            if (marked == MarkedEntryHandling.Withheld) ReportMark(plainMark, articleDiagnostics);
            return plain is not null && articleDiagnostics.IsEmpty
                ? new ReadResult.Valid(ArticleOnlySet.Create(name, plain) with
                {
                    Locations = articleLocations,
                    ReviewMarks = Join(plainMark, []),
                })
                : new ReadResult.Invalid(DiagnosticBag.Merge(articleDiagnostics));
        }

        var diagnostics = new DiagnosticBag(knowledge.Path);
        var phrasingDiagnostics = new DiagnosticBag(phrasings?.Path ?? "");
        var locations = new SetLocations(article.Path, knowledge.Path, phrasings?.Path ?? "");
        var text = ArticleReader.Read(Normalize(article.Text), articleDiagnostics, locations, out var mark);
        if (marked == MarkedEntryHandling.Withheld) ReportMark(mark, articleDiagnostics);
        var bulk = phrasings is null ? null : Normalize(phrasings.Text);
        var source = new SetSource(Normalize(knowledge.Text), diagnostics, bulk, phrasingDiagnostics);
        var versions = (earlier ?? []).Select(f => (Diagnostics: new DiagnosticBag(f.Path), f.Text)).ToList();
        var articles = versions
            .Select(v => ArticleReader.Read(Normalize(v.Text), v.Diagnostics, SetLocations.None, out _))
            .OfType<Article>().ToList();
        var set = SetReader.Read(name, text, articles, source, locations);
        DiagnosticBag[] all =
            [articleDiagnostics, diagnostics, phrasingDiagnostics, .. versions.Select(v => v.Diagnostics)];
        if (set is null || !Array.TrueForAll(all, d => d.IsEmpty))
            return new ReadResult.Invalid(DiagnosticBag.Merge(all));
        set = WithheldParts.Remove(set);
        return new ReadResult.Valid(marked == MarkedEntryHandling.Withheld ? MarkedParts.Remove(set) : set with
        {
            ReviewMarks = Join(mark, set.ReviewMarks),
        });
    }

    private static void ReportMark(ReviewMark? mark, DiagnosticBag diagnostics)
    {
        if (mark is null) return;
        diagnostics.Add(
            mark.Location.Line,
            mark.Entry,
            $"The article is marked for review: {DiagnosticText.Quote(mark.Reason)}.",
            "Check it and remove “review”.");
    }

    private static IReadOnlyList<ReviewMark> Join(ReviewMark? first, IReadOnlyList<ReviewMark> others) =>
        first is null ? others : [first, .. others];

    // Removes what editors add: a byte order mark, and line ends other than line feeds.
    private static string Normalize(string text) =>
        text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
}
