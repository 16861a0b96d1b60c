using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Servers;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A catalog of the sample under two names, and of an article with errors.</summary>
/// <param name="served">The bot's own article.</param>
/// <param name="ask">Answers a question.</param>
internal sealed class TwoArticles(
    ServedArticle served, Func<string, CancellationToken, ValueTask<Answer>> ask) : IArticleCatalog
{
    public const string Other = "lighthouse";
    public const string Invalid = "wreck";

    public static readonly WithheldEntry Withheld = new("tide", "When does the tide turn?", []);

    private readonly ServedArticle _other =
        new(Sample.Set with { Name = Other, Withheld = [Withheld] }, ask);

    public IReadOnlyList<string> Names => [Sample.Set.Name, Other, Invalid];

    public string OwnName => served.Set.Name;

    public string GetTitle(string name) => name;

    public ValueTask<ArticleLookup> FindAsync(
        ServerSettings settings, string? channel, CancellationToken cancellationToken)
    {
        var names = settings.ListArticles(channel, OwnName);
        List<ServedArticle> found = [.. names.Where(n => n != Invalid).Select(n => n == Other ? _other : served)];
        return ValueTask.FromResult<ArticleLookup>(found.Count == 0
            ? new ArticleLookup.Unavailable(names[0])
            : new ArticleLookup.Found(found[0]) { Articles = found, Missing = [.. names.Where(n => n == Invalid)] });
    }

    public ValueTask<ArticleLookup> FindOneAsync(
        string name, ServerSettings settings, CancellationToken cancellationToken) =>
        FindAsync(new ServerSettings { Article = name }, null, cancellationToken);

    public Task<bool> CanServeAsync(string name) => Task.FromResult(name is Other || name == Sample.Set.Name);

    public Task<TrainedArticle?> FindShippedAsync(string name) => Task.FromResult<TrainedArticle?>(null);
}
