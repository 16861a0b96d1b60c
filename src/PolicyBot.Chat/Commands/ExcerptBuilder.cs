using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Chat.Commands;

/// <summary>Creates excerpts: passages, highlighted in their paragraph, with the paragraphs before and after.</summary>
internal static class ExcerptBuilder
{
    /// <summary>Creates an excerpt for each run of adjacent paragraphs, in the article's order.</summary>
    public static IEnumerable<Block.Excerpt> Create(Article article, IReadOnlyList<Passage> passages)
    {
        var shown = Enumerable.Range(0, article.Paragraphs.Count).Where(p => IsNear(article, p, passages)).ToList();
        for (var i = 0; i < shown.Count;)
        {
            var length = 1;
            while (i + length < shown.Count && shown[i + length] == shown[i] + length) length++;
            yield return CreateExcerpt(article.Body, Join(article.Paragraphs, shown[i], length), passages);
            i += length;
        }
    }

    private static bool IsNear(Article article, int paragraph, IReadOnlyList<Passage> passages)
    {
        var near = Join(
            article.Paragraphs, Math.Max(paragraph - 1, 0),
            Math.Min(paragraph + 1, article.Paragraphs.Count - 1) - Math.Max(paragraph - 1, 0) + 1);
        return passages.Any(p => p.Span.Start < near.End && near.Start < p.Span.End);
    }

    private static TextSpan Join(IReadOnlyList<Passage> paragraphs, int first, int count) =>
        new(paragraphs[first].Span.Start, paragraphs[first + count - 1].Span.End);

    private static Block.Excerpt CreateExcerpt(string body, TextSpan span, IReadOnlyList<Passage> passages)
    {
        var parts = new List<ExcerptPart>();
        var at = span.Start;
        foreach (var passage in passages.Where(p => p.Span.Start >= span.Start && p.Span.End <= span.End)
            .OrderBy(p => p.Span.Start))
        {
            // Passages may overlap.
            var start = Math.Max(passage.Span.Start, at);
            if (passage.Span.End <= start) continue;
            if (start > at) parts.Add(new ExcerptPart(body[at..start], IsHighlighted: false));
            parts.Add(new ExcerptPart(body[start..passage.Span.End], IsHighlighted: true));
            at = passage.Span.End;
        }

        if (at < span.End) parts.Add(new ExcerptPart(body[at..span.End], IsHighlighted: false));
        return new Block.Excerpt(parts);
    }
}
