using Microsoft.Extensions.Logging.Abstractions;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Servers;

namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>Serves <see cref="SmallArticle"/> to all servers.</summary>
/// <param name="settings">The store of the servers' settings.</param>
internal sealed class TestArticles(IServerSettingsStore settings) : IArticleCatalog
{
    /// <summary>The name of an article that can't be served now.</summary>
    public const string Broken = "broken";

    /// <summary>Whether <see cref="Broken"/> can be served.</summary>
    public bool IsFixed { get; set; }

    public IReadOnlyList<string> Names => [SmallArticle.Served.Set.Name, Broken];

    /// <summary>The articles of the servers.</summary>
    public ServerArticles ForServers =>
        new(new ServerSettingsCache(settings, TimeProvider.System, NullLogger<ServerSettingsCache>.Instance), this);

    public string OwnName => SmallArticle.Served.Set.Name;

    public string GetTitle(string name) => name;

    public ValueTask<ArticleLookup> FindAsync(
        ServerSettings settings, string? channel, CancellationToken cancellationToken) =>
        FindOneAsync(settings.Article ?? OwnName, settings, cancellationToken);

    public ValueTask<ArticleLookup> FindOneAsync(
        string name, ServerSettings settings, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ArticleLookup>(name == Broken && !IsFixed
            ? new ArticleLookup.Unavailable(Broken)
            : new ArticleLookup.Found(SmallArticle.Served));

    public Task<bool> CanServeAsync(string name) => Task.FromResult(true);

    public Task<TrainedArticle?> FindShippedAsync(string name) => Task.FromResult<TrainedArticle?>(null);
}
