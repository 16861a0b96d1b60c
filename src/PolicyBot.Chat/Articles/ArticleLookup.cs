namespace PolicyBot.Chat.Articles;

/// <summary>
/// The outcome of looking for the articles of a server. Closed: it is found, or the reason why no question can be
/// answered. No outcome is ever the article of another server.
/// </summary>
public abstract record ArticleLookup
{
    private ArticleLookup()
    {
    }

    /// <summary>At least one article can be served.</summary>
    /// <param name="Article">The first article.</param>
    public sealed record Found(ServedArticle Article) : ArticleLookup
    {
        /// <summary>The articles that can be served, in the order in which they were chosen.</summary>
        public IReadOnlyList<ServedArticle> Articles { get; init; } = [Article];

        /// <summary>The names of the other articles, which are loading, missing or invalid.</summary>
        public IReadOnlyList<string> Missing { get; init; } = [];
    }

    /// <summary>The article is still being loaded.</summary>
    public sealed record Loading : ArticleLookup;

    /// <summary>The server's settings were never read, and the store can't be reached now.</summary>
    public sealed record SettingsUnknown : ArticleLookup;

    /// <summary>The article that the server has chosen is missing or invalid.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record Unavailable(string Name) : ArticleLookup;
}
