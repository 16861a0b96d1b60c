using NodaTime;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Daily;

/// <summary>Writes a channel's next post: from its server's article, what the channel has seen, and what its server has asked.</summary>
/// <param name="store">What channels have seen.</param>
/// <param name="articles">The article of a server.</param>
/// <param name="usage">What servers have asked.</param>
internal sealed class PostWriter(IDailyStore store, Func<string, ValueTask<ServedArticle>> articles, UsageLog usage)
{
    // Days that were left out are among them.
    private const int Spare = 14;

    /// <summary>What a channel has seen, the latest day first; as far back as is needed to show all that the article has before anything repeats.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ReadLedgerAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var set = (await articles(subscription.Community).ConfigureAwait(false)).Set;
        var most = Math.Max(set.Summary.Points.Count, Math.Max(set.Quotes.Count, set.Questions.Count));
        return await store.LedgerAsync(subscription.Channel, (2 * most) + Spare, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The post.</summary>
    /// <param name="subscription">The channel's subscription.</param>
    /// <param name="ledger">What the channel has seen, the latest day first.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DailyPost> WriteAsync(Subscription subscription, IReadOnlyList<LedgerEntry> ledger, Instant now, CancellationToken cancellationToken)
    {
        var article = await articles(subscription.Community).ConfigureAwait(false);
        var post = PostPlanner.Plan(article, subscription.Content, ledger) with { FixedAt = now };
        if (subscription.Content != DailyContent.Full) return post;
        // Before the first post there is none to count from.
        if (ledger.FirstOrDefault(e => e.State == LedgerState.Posted) is not { } last) return post;
        return post with { Asked = await AskedAsync(subscription.Community, article, last.Post?.FixedAt ?? last.At, now, cancellationToken).ConfigureAwait(false) };
    }

    private async Task<AskedSince?> AskedAsync(string community, ServedArticle article, Instant since, Instant now, CancellationToken cancellationToken)
    {
        var counts = await usage.ReadAsync(community, since, now, cancellationToken).ConfigureAwait(false);
        var totals = UsageTotals.Of(counts);
        if (totals.Asked == 0) return null;
        var most = counts.Where(c => c.Kind is UsageKind.Answered or UsageKind.Picked && c.Article == article.Set.Name).GroupBy(c => c.Entry)
            .OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => article.Set.Questions.FirstOrDefault(q => q.Id == g.Key)).FirstOrDefault(q => q is not null);
        return new AskedSince(totals.Asked, totals.Refused, most?.Question);
    }
}
