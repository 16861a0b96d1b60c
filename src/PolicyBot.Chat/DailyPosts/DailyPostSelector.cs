using PolicyBot.Chat.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Quotes;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// Selects the content of a post: of the points, quotes and questions, each time the first that the channel hasn't
/// seen, or else the one that it saw longest ago. So nothing repeats before everything was shown, even if posts were
/// paused or skipped, or the set has changed. Quotes of one or two words come last.
/// </summary>
internal static class DailyPostSelector
{
    /// <summary>Selects the next post of a channel.</summary>
    /// <param name="article">The article.</param>
    /// <param name="content">How much the post contains.</param>
    /// <param name="ledger">What the channel has seen, the latest day first.</param>
    public static DailyPost Select(ServedArticle article, DailyContent content, IReadOnlyList<LedgerEntry> ledger)
    {
        var set = article.Set;
        List<DailyPost> seen =
            [.. ledger.Where(e => e.State == LedgerState.Posted).Select(e => e.Post).OfType<DailyPost>()];
        var post = new DailyPost
        {
            Title = set.Article.Title,
            Source = article.SourceLine.Text,
            SourceUrl = article.SourceLine.Url,
        };

        var longQuotes = QuoteIndex.PreferLong(set.Quotes);
        List<Quote> quotes = [.. longQuotes, .. set.Quotes.Except(longQuotes)];
        if (FindNext(quotes, q => seen.FindIndex(p => p.QuoteId == q.Id)) is { } quote)
        {
            post = post with
            {
                QuoteId = quote.Id,
                Quote = quote.Passage.Text,
                QuoteUrl = article.GetPassageUrl(quote.Passage),
                Speaker = quote.Speaker,
            };
        }

        if (content == DailyContent.Quote && post.Quote is not null) return post;

        post = post with { Summary = set.Summary.Line.Text };
        var points = set.Summary.Points.Index().ToList();
        if (points.Count > 0)
        {
            var (number, point) = FindNext(points, p => seen.FindIndex(s => s.PointNumber == p.Index));
            post = post with
            {
                PointNumber = number,
                Point = point.RepeatsEvidence ? null : point.Text,
                PointEvidence = [.. point.Evidence.Select(e => e.Text)],
                PointUrls = article.Links.Url is null
                    ? null
                    : [.. point.Evidence.Select(e => article.GetPassageUrl(e)!)],
            };
        }

        if (content != DailyContent.Full) return post;
        return FindNext(set.ArticleQuestions, q => seen.FindIndex(p => p.QuestionId == q.Id)) is { } question
            ? post with { QuestionId = question.Id, Question = question.Question }
            : post;
    }

    // By how many posts ago each was seen; -1 for never, which counts as longest ago.
    private static T? FindNext<T>(IReadOnlyList<T> all, Func<T, int> getPostsAgo) =>
        all.MaxBy(item => getPostsAgo(item) is >= 0 and var ago ? ago : int.MaxValue);
}
