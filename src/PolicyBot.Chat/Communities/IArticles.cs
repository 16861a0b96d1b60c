using PolicyBot.Chat.Commands;

namespace PolicyBot.Chat.Communities;

/// <summary>The articles that can be served. Safe for many threads.</summary>
public interface IArticles
{
    /// <summary>Their names, in order; of articles that are not sound too.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The article that a community's settings name, as sure as they want it; the bot's own where they name none, or one that cannot be served.</summary>
    ValueTask<ServedArticle> OfAsync(CommunitySettings settings);

    /// <summary>Whether an article can be served; what is wrong where it cannot is in the log.</summary>
    Task<bool> CanServeAsync(string name);
}
