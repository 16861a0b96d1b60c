using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Articles;

/// <summary>Finds the article of a server by its settings. Thread-safe.</summary>
/// <param name="servers">The servers' settings.</param>
/// <param name="articles">The articles.</param>
public sealed class ServerArticles(ServerSettingsCache servers, IArticleCatalog articles)
{
    /// <summary>
    /// Finds the articles from which a server's questions are answered; outside of servers, those of direct messages.
    /// </summary>
    /// <param name="server">The server, or null.</param>
    /// <param name="channel">The channel, or null for the server's own articles.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public async ValueTask<ArticleLookup> FindAsync(
        string? server, string? channel, CancellationToken cancellationToken) =>
        await servers.FindAsync(server, cancellationToken) is { } settings
            ? await articles.FindAsync(settings, channel, cancellationToken)
            : new ArticleLookup.SettingsUnknown();

    /// <summary>
    /// Returns the article for a post, which stays: by the server's settings as the store has them now, so that it is
    /// never of an article that was chosen before.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="channel">The channel of the post.</param>
    /// <param name="name">The name of the article; null for the first one in the channel.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>The article, and whether it isn't the only one in the channel.</returns>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    /// <exception cref="ArticleUnavailableException">The article is loading, missing or invalid.</exception>
    public async ValueTask<(ServedArticle Article, bool IsOneOfSeveral)> GetConfirmedAsync(
        string server, string channel, string? name, CancellationToken cancellationToken)
    {
        var settings = await servers.ReadAsync(server, cancellationToken);
        var names = settings.ListArticles(channel, articles.OwnName);
        name ??= names[0];
        return await articles.FindOneAsync(name, settings, cancellationToken) switch
        {
            ArticleLookup.Found(var article) => (article, names.Count > 1 || names[0] != name),
            ArticleLookup.Unavailable =>
                throw new ArticleUnavailableException($"The article {name} is missing or invalid."),
            _ => throw new ArticleUnavailableException("The article is still loading."),
        };
    }
}
