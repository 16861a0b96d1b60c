using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads and checks an article and its curated set.</summary>
public static class KnowledgeReader
{
    /// <summary>Reads the files and reports every error in them. Never throws, whatever the texts hold.</summary>
    /// <param name="name">The set's name: that of its folder.</param>
    /// <param name="article">article.md.</param>
    /// <param name="knowledge">knowledge.yaml, or null if nobody has prepared questions for the article.</param>
    /// <param name="phrasings">
    /// phrasings.txt, or null if the set has none; not without <paramref name="knowledge"/>.
    /// </param>
    public static ReadResult Read(
        string name, KnowledgeFile article, KnowledgeFile? knowledge, KnowledgeFile? phrasings = null)
    {
        var articleDiagnostics = new DiagnosticBag(article.Path);
        if (knowledge is null)
        {
            var places = new SetLocations(article.Path, "", "");
            return ArticleReader.Read(Normalise(article.Text), articleDiagnostics, places) is { } plain && articleDiagnostics.IsEmpty
                ? new ReadResult.Valid(ArticleOnlySet.Create(name, plain) with { Locations = places })
                : new ReadResult.Invalid(DiagnosticBag.Merge(articleDiagnostics));
        }

        var diagnostics = new DiagnosticBag(knowledge.Path);
        var phrasingDiagnostics = new DiagnosticBag(phrasings?.Path ?? "");
        var locations = new SetLocations(article.Path, knowledge.Path, phrasings?.Path ?? "");
        var text = ArticleReader.Read(Normalise(article.Text), articleDiagnostics, locations);
        var bulk = phrasings is null ? null : Normalise(phrasings.Text);
        var source = new SetSource(Normalise(knowledge.Text), diagnostics, bulk, phrasingDiagnostics);
        var set = SetReader.Read(name, text, source, locations);
        return set is not null && articleDiagnostics.IsEmpty && diagnostics.IsEmpty && phrasingDiagnostics.IsEmpty
            ? new ReadResult.Valid(set)
            : new ReadResult.Invalid(DiagnosticBag.Merge(articleDiagnostics, diagnostics, phrasingDiagnostics));
    }

    // What an editor leaves: a byte order mark and its own line ends.
    private static string Normalise(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
}
