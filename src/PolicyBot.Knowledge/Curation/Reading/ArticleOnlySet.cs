using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>
/// Creates the set of an article without prepared questions: its summary consists of the article's own sentences.
/// </summary>
internal static class ArticleOnlySet
{
    private const int MaxShort = 3;
    private const int MaxPoints = 8;

    /// <summary>Creates it.</summary>
    /// <param name="name">The set's name.</param>
    /// <param name="article">The article.</param>
    public static KnowledgeSet Create(string name, Article article) => new()
    {
        Name = name,
        Article = article,
        Questions = [],
        Summary = CreateSummary(article),
    };

    /// <summary>Creates the summary of an article from its own sentences.</summary>
    /// <param name="article">The article.</param>
    public static Summary CreateSummary(Article article)
    {
        var text = article.Sentences.Where(s => s.Span.Start >= article.Paragraphs[0].Span.End).ToList();
        // An article may consist of its headline only.
        if (text.Count == 0) text.Add(article.Sentences[0]);
        var points = article.Paragraphs.Skip(1)
            .Select(p => text.First(s => s.Span.Start >= p.Span.Start)).DefaultIfEmpty(text[0]).Take(MaxPoints);
        return new Summary(
            ToStatement(text[0]), [.. text.Take(MaxShort).Select(ToStatement)], [.. points.Select(ToStatement)]);
    }

    private static Statement ToStatement(Passage sentence) => new(sentence.Text, [sentence]);
}
