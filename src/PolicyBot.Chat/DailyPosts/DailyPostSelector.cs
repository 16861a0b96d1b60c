using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// Chooses what a post says: of the points, the quotes and the questions each one that the channel has not seen yet, in the order of the set, or else the
/// one that it saw longest ago. So none repeats before all were shown, whatever was paused, left out or added to the set in between.
/// </summary>
internal static class DailyPostSelector
{
    /// <summary>The next post of a channel.</summary>
    /// <param name="article">The article.</param>
    /// <param name="content">How much of it is wanted.</param>
    /// <param name="ledger">What the channel has seen, the latest day first.</param>
    public static DailyPost Select(ServedArticle article, DailyContent content, IReadOnlyList<LedgerEntry> ledger)
    {
        var seen = ledger.Where(e => e.State == LedgerState.Posted).Select(e => e.Post).OfType<DailyPost>().ToList();
        var set = article.Set;
        var post = new DailyPost { Source = article.SourceLine };
        if (Next(set.Quotes, q => seen.FindIndex(p => p.QuoteId == q.Id)) is { } quote)
            post = post with { QuoteId = quote.Id, Quote = quote.Passage.Text, Speaker = quote.Speaker };
        if (content == DailyContent.Quote && post.Quote is not null) return post;

        var points = set.Summary.Points.Select((point, number) => (Point: point, Number: number)).ToList();
        var (chosen, at) = Next(points, p => seen.FindIndex(s => s.PointNumber == p.Number));
        post = post with { Summary = set.Summary.Line.Text };
        if (chosen is not null) post = post with { PointNumber = at, Point = chosen.Text, PointEvidence = [.. chosen.Evidence.Select(e => e.Text)] };
        return content == DailyContent.Full && Next(set.Questions, q => seen.FindIndex(p => p.QuestionId == q.Id)) is { } question
            ? post with { QuestionId = question.Id, Question = question.Question }
            : post;
    }

    // By how many posts ago it was seen last; never is longest ago.
    private static T? Next<T>(IReadOnlyList<T> all, Func<T, int> postsAgo) => all.MaxBy(i => postsAgo(i) is >= 0 and var ago ? ago : int.MaxValue);
}
