using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>Writes a channel's next post: from its server's article, what the channel has seen, and what its server has asked.</summary>
/// <param name="store">What channels have seen.</param>
/// <param name="articles">The article of a server as it is settled now; a <see cref="StoreUnavailableException"/> where that cannot be known.</param>
/// <param name="usage">What servers have asked.</param>
internal sealed class DailyPostComposer(IDailyStore store, Func<string, CancellationToken, ValueTask<ServedArticle>> articles, UsageTracker usage)
{
    // Days that were left out are among them.
    private const int Spare = 14;

    // What one person has asked, perhaps privately, is nobody's business.
    private const int MinMostAsked = 2;

    /// <summary>What a channel is to be shown, and has seen.</summary>
    /// <exception cref="StoreUnavailableException">That cannot be known.</exception>
    public async Task<ChannelHistory> ReadHistoryAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var article = await articles(subscription.Server, cancellationToken);
        var most = Math.Max(article.Set.Summary.Points.Count, Math.Max(article.Set.Quotes.Count, article.Set.Questions.Count));
        return new ChannelHistory(article, await store.ListEntriesAsync(subscription.Channel, (2 * most) + Spare, cancellationToken));
    }

    /// <summary>The post.</summary>
    /// <param name="subscription">The channel's subscription.</param>
    /// <param name="state">What the channel is to be shown, and has seen.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DailyPost> ComposeAsync(Subscription subscription, ChannelHistory state, Instant now, CancellationToken cancellationToken)
    {
        var (article, ledger) = state;
        var post = DailyPostSelector.Select(article, subscription.Content, ledger) with { ComposedAt = now };
        if (subscription.Content != DailyContent.Full) return post;
        // Before the first post there is none to count from.
        if (ledger.FirstOrDefault(e => e.State == LedgerState.Posted) is not { } last) return post;
        return await WithActivityAsync(
            post, subscription.Server, article, last.Post?.ComposedAt ?? last.At, now, cancellationToken);
    }

    private async Task<DailyPost> WithActivityAsync(
        DailyPost post, string community, ServedArticle article, Instant since, Instant now, CancellationToken cancellationToken)
    {
        var counts = await usage.GetTotalsAsync(community, since, now, cancellationToken);
        var totals = UsageTotals.From(counts);
        if (totals.Asked == 0) return post;
        var most = counts.Where(c => c.Kind is UsageKind.Answered or UsageKind.Picked && c.Article == article.Set.Name).GroupBy(c => c.Entry)
            .Where(g => g.Sum(c => c.Count) >= MinMostAsked)
            .OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => article.Set.Questions.FirstOrDefault(q => q.Id == g.Key)).FirstOrDefault(q => q is not null);
        return post with
        {
            AskedCount = totals.Asked,
            AskedUnanswered = totals.Unanswered,
            MostAsked = most?.Question,
        };
    }
}
