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
    public static ReadResult Read(
        string name, KnowledgeFile article, KnowledgeFile? knowledge, KnowledgeFile? phrasings = null)
    {
        var articleDiagnostics = new DiagnosticBag(article.Path);
        if (knowledge is null)
        {
            var articleLocations = new SetLocations(article.Path, "", "");
            return ArticleReader.Read(Normalize(article.Text), articleDiagnostics, articleLocations) is { } plain
                && articleDiagnostics.IsEmpty
                ? new ReadResult.Valid(ArticleOnlySet.Create(name, plain) with { Locations = articleLocations })
                : new ReadResult.Invalid(DiagnosticBag.Merge(articleDiagnostics));
        }

        var diagnostics = new DiagnosticBag(knowledge.Path);
        var phrasingDiagnostics = new DiagnosticBag(phrasings?.Path ?? "");
        var locations = new SetLocations(article.Path, knowledge.Path, phrasings?.Path ?? "");
        var text = ArticleReader.Read(Normalize(article.Text), articleDiagnostics, locations);
        var bulk = phrasings is null ? null : Normalize(phrasings.Text);
        var source = new SetSource(Normalize(knowledge.Text), diagnostics, bulk, phrasingDiagnostics);
        var set = SetReader.Read(name, text, source, locations);
        return set is not null && articleDiagnostics.IsEmpty && diagnostics.IsEmpty && phrasingDiagnostics.IsEmpty
            ? new ReadResult.Valid(set)
            : new ReadResult.Invalid(DiagnosticBag.Merge(articleDiagnostics, diagnostics, phrasingDiagnostics));
    }

    // Removes what editors add: a byte order mark, and line ends other than line feeds.
    private static string Normalize(string text) =>
        text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
}
