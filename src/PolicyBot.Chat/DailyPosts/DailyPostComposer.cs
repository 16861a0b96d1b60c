using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// Composes a channel's next post from its server's article, what the channel has seen, and what its server has asked.
/// </summary>
/// <param name="ledger">What channels have seen.</param>
/// <param name="articles">The servers' articles.</param>
/// <param name="usage">What servers have asked.</param>
public sealed class DailyPostComposer(IDeliveryLedger ledger, ServerArticles articles, UsageTracker usage)
{
    // For skipped days, which the ledger has too.
    private const int SpareDays = 14;

    // A question that was asked only once may be a private matter.
    private const int MinMostAsked = 2;

    private const int CorrectionDays = 7;

    /// <summary>Reads the article of a channel's server, and what the channel has seen.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be read.</exception>
    /// <exception cref="ArticleUnavailableException">The article is loading, missing or invalid.</exception>
    public async Task<ChannelHistory> ReadHistoryAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var (article, isOneOfSeveral) = await articles.GetConfirmedAsync(
            subscription.Server, subscription.Channel, subscription.Article, cancellationToken);
        var set = article.Set;
        var most = Math.Max(set.Summary.Points.Count, Math.Max(set.Quotes.Count, set.Questions.Count));
        var days = (2 * most) + SpareDays;
        return new ChannelHistory(
            article, await ledger.ListEntriesAsync(subscription.Channel, days, cancellationToken))
        {
            IsOneOfSeveral = isOneOfSeveral,
        };
    }

    /// <summary>Composes the post.</summary>
    /// <param name="subscription">The channel's subscription.</param>
    /// <param name="history">The channel's history.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <exception cref="StoreUnavailableException">The store can't be read.</exception>
    public async Task<DailyPost> ComposeAsync(
        Subscription subscription, ChannelHistory history, Instant now, CancellationToken cancellationToken)
    {
        var (article, days) = history;
        var post = DailyPostSelector.Select(article, subscription.Content, days) with
        {
            ComposedAt = now,
            ArticleKey = history.IsOneOfSeveral ? article.Key : null,
            Correction = FindCorrection(article, now.InZone(subscription.TimeZone).Date),
        };
        if (subscription.Content != DailyContent.Full) return post;

        // Questions are counted from the last post on.
        if (days.FirstOrDefault(e => e.State == LedgerState.Posted) is not { } last) return post;
        var counts = await usage.GetTotalsAsync(
            subscription.Server, last.Post?.ComposedAt ?? last.At, now, cancellationToken);
        var totals = UsageTotals.From(counts);
        return totals.Asked == 0 ? post : post with
        {
            AskedCount = totals.Asked,
            AskedUnanswered = totals.Unanswered,
            MostAsked = FindMostAsked(counts, article),
        };
    }

    // Corrections are posted for a week.
    private static string? FindCorrection(ServedArticle article, LocalDate today) =>
        article.Set.Article.Correction is { } correction
        && Period.DaysBetween(LocalDate.FromDateOnly(correction.Date), today) is >= 0 and < CorrectionDays
            ? CorrectionTexts.Describe(correction)
            : null;

    private static string? FindMostAsked(IReadOnlyList<UsageCount> counts, ServedArticle article) => counts
        .Where(c => c.Kind is UsageKind.Answered or UsageKind.Picked && c.Article == article.Set.Name)
        .GroupBy(c => c.Entry, (entry, all) => (Entry: entry, Count: all.Sum(c => c.Count)))
        .Where(e => e.Count >= MinMostAsked)
        .OrderByDescending(e => e.Count).ThenBy(e => e.Entry, StringComparer.Ordinal)
        .Select(e => article.Set.ArticleQuestions.FirstOrDefault(q => q.Id == e.Entry)?.Question)
        .FirstOrDefault(q => q is not null);
}
