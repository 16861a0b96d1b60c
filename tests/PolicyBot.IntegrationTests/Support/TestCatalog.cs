using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Servers;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>A catalog whose lookups a test controls.</summary>
internal sealed class TestCatalog(Func<Task<ArticleLookup>> find) : IArticleCatalog
{
    public IReadOnlyList<string> Names => [];

    public string OwnName => "own";

    public string GetTitle(string name) => name;

    public async ValueTask<ArticleLookup> FindAsync(
        ServerSettings settings, string? channel, CancellationToken cancellationToken) => await find();

    public async ValueTask<ArticleLookup> FindOneAsync(
        string name, ServerSettings settings, CancellationToken cancellationToken) => await find();

    public Task<bool> CanServeAsync(string name) => Task.FromResult(true);

    public Task<TrainedArticle?> FindShippedAsync(string name) => Task.FromResult<TrainedArticle?>(null);
}
