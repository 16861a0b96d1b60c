using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Servers;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A catalog of the sample under two names, and of an article with errors.</summary>
/// <param name="served">The bot's own article.</param>
/// <param name="ask">Answers a question.</param>
internal sealed class TwoArticles(
    ServedArticle served, Func<string, CancellationToken, ValueTask<Answer>> ask) : IArticleCatalog
{
    public const string Other = "lighthouse";
    public const string Invalid = "wreck";

    private readonly ServedArticle _other = new(Sample.Set with { Name = Other }, ask);

    public IReadOnlyList<string> Names => [Sample.Set.Name, Other, Invalid];

    public ValueTask<ArticleLookup> FindAsync(ServerSettings settings, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ArticleLookup>(settings.Article switch
        {
            null => new ArticleLookup.Found(served),
            Other => new ArticleLookup.Found(_other),
            var name when name == served.Set.Name => new ArticleLookup.Found(served),
            var name => new ArticleLookup.Unavailable(name),
        });

    public Task<bool> CanServeAsync(string name) => Task.FromResult(name is Other || name == Sample.Set.Name);
}
