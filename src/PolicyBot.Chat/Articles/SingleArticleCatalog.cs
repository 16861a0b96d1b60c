using PolicyBot.Chat.Servers;

namespace PolicyBot.Chat.Articles;

/// <summary>A catalog of one article, which every server gets.</summary>
/// <param name="article">The article.</param>
public sealed class SingleArticleCatalog(ServedArticle article) : IArticleCatalog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [article.Set.Name];

    /// <inheritdoc/>
    public ValueTask<ArticleLookup> FindAsync(ServerSettings settings, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ArticleLookup>(new ArticleLookup.Found(article));

    /// <inheritdoc/>
    public Task<bool> CanServeAsync(string name) => Task.FromResult(name == article.Set.Name);
}
