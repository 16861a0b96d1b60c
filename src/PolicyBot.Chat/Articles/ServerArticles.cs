using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Articles;

/// <summary>Finds the article of a server by its settings. Safe for many threads.</summary>
/// <param name="communities">The servers' settings.</param>
/// <param name="articles">The articles.</param>
public sealed class ServerArticles(ServerSettingsCache communities, IArticleCatalog articles)
{
    /// <summary>
    /// Finds the article from which a server's questions are answered; outside of servers, the bot's own.
    /// </summary>
    /// <param name="community">The server, or null.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public async ValueTask<ArticleLookup> FindAsync(string? community, CancellationToken cancellationToken) =>
        await communities.FindAsync(community, cancellationToken) is { } settings
            ? await articles.FindAsync(settings, cancellationToken)
            : new ArticleLookup.SettingsUnknown();

    /// <summary>
    /// Returns the article of a server as the store has it now, for a post, which stays: it is never of an article
    /// that was chosen before.
    /// </summary>
    /// <param name="community">The server.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    /// <exception cref="ArticleUnavailableException">The article is loading, missing or faulty.</exception>
    public async ValueTask<ServedArticle> GetConfirmedAsync(string community, CancellationToken cancellationToken)
    {
        var settings = await communities.ReadAsync(community, cancellationToken);
        return await articles.FindAsync(settings, cancellationToken) switch
        {
            ArticleLookup.Found(var article) => article,
            ArticleLookup.Unavailable(var name) =>
                throw new ArticleUnavailableException($"The article {name} is missing or faulty."),
            _ => throw new ArticleUnavailableException("The article is still loading."),
        };
    }
}
