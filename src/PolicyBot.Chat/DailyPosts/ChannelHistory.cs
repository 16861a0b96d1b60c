using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>What a channel is to be shown, and has seen.</summary>
/// <param name="Article">Its server’s article.</param>
/// <param name="Ledger">Its days, the latest first; as far back as is needed to show all that the article has before anything repeats.</param>
internal sealed record ChannelHistory(ServedArticle Article, IReadOnlyList<LedgerEntry> Ledger);
