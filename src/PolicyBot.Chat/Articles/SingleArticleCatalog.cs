using PolicyBot.Chat.Servers;

namespace PolicyBot.Chat.Articles;

/// <summary>A catalog of one article, which every server gets.</summary>
/// <param name="article">The article.</param>
public sealed class SingleArticleCatalog(ServedArticle article) : IArticleCatalog
{
    /// <inheritdoc/>
    public string OwnName => article.Set.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [article.Set.Name];

    /// <inheritdoc/>
    public string GetTitle(string name) => article.Set.Article.Title;

    /// <inheritdoc/>
    public ValueTask<ArticleLookup> FindAsync(
        ServerSettings settings, string? channel, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ArticleLookup>(new ArticleLookup.Found(article));

    /// <inheritdoc/>
    public ValueTask<ArticleLookup> FindOneAsync(
        string name, ServerSettings settings, CancellationToken cancellationToken) =>
        FindAsync(settings, null, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> CanServeAsync(string name) => Task.FromResult(name == article.Set.Name);

    /// <inheritdoc/>
    public Task<TrainedArticle?> FindShippedAsync(string name) => Task.FromResult<TrainedArticle?>(null);
}
