using PolicyBot.Chat.Articles;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>The article of a channel's posts, and what the channel has seen.</summary>
/// <param name="Article">The article.</param>
/// <param name="Ledger">
/// The channel's days, the latest first; enough of them to show all of the article before anything repeats.
/// </param>
public sealed record ChannelHistory(ServedArticle Article, IReadOnlyList<LedgerEntry> Ledger)
{
    /// <summary>Whether the article isn't the only one in the channel, so that buttons must name it.</summary>
    public bool IsOneOfSeveral { get; init; }
}
