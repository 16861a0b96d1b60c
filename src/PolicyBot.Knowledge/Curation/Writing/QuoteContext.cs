using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Text;

namespace PolicyBot.Knowledge.Curation.Writing;

/// <summary>Finds the context of a quote whose text occurs more than once in the article.</summary>
internal static class QuoteContext
{
    /// <summary>
    /// Finds the shortest piece of the article that identifies a quote: the quote occurs in it once, and the piece's
    /// first occurrence in the article is the one around the quote. Null if the quote needs no context.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="quote">The quote; it has a context.</param>
    /// <exception cref="ArgumentException">No piece of up to 4,096 characters identifies it.</exception>
    public static string? Find(Article article, Passage quote)
    {
        var body = article.Body;
        if (WholeWords.FindAll(body, quote.Text).Count <= 1) return null;
        var starts = GetStarts(body, quote.Span.Start);
        var ends = GetEnds(body, quote.Span.End);
        for (var words = 1; words < starts.Count + ends.Count; words++)
        {
            for (var before = Math.Min(words, starts.Count - 1); before >= 0 && words - before < ends.Count; before--)
            {
                var (start, end) = (starts[before], ends[words - before]);
                if (end - start > Limits.Quote) continue;
                var context = body[start..end];
                if (context != context.Trim()) continue;
                if (WholeWords.FindAll(context, quote.Text) is [var at]
                    && start + at == quote.Span.Start
                    && WholeWords.FindAll(body, context) is [var first, ..] && first == start)
                    return context;
            }
        }

        throw new ArgumentException("No context identifies the quote.", nameof(quote));
    }

    // The starts of the words before a place, nearest first; the first is the place itself.
    private static List<int> GetStarts(string body, int from)
    {
        var starts = new List<int> { from };
        for (var at = from - 1; at >= 0 && from - at <= Limits.Quote; at--)
        {
            if (!char.IsWhiteSpace(body[at]) && (at == 0 || char.IsWhiteSpace(body[at - 1]))) starts.Add(at);
        }

        return starts;
    }

    private static List<int> GetEnds(string body, int from)
    {
        var ends = new List<int> { from };
        for (var at = from + 1; at <= body.Length && at - from <= Limits.Quote; at++)
        {
            if (!char.IsWhiteSpace(body[at - 1]) && (at == body.Length || char.IsWhiteSpace(body[at]))) ends.Add(at);
        }

        return ends;
    }
}
