using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.Knowledge.Threading;

namespace PolicyBot.Chat.Articles;

/// <summary>
/// The articles as servers have changed their sets. Of each, what was served last is served until the next state is
/// trained. Those that were not used for longest are forgotten, and trained again when they are needed. Safe for many
/// threads.
/// </summary>
/// <param name="store">The servers' changes.</param>
/// <param name="logger">The log.</param>
public sealed partial class CuratedArticles(ICurationStore store, ILogger<CuratedArticles> logger) : IDisposable
{
    // A trained set takes some megabytes.
    private const int MaxArticles = 24;

    private readonly LruCache<(string Server, string Article), CuratedArticle> _articles = new(MaxArticles);

    // Training takes all processors for a moment.
    private readonly SemaphoreSlim _training = new(1);

    /// <summary>Finds an article as a server has changed it.</summary>
    /// <param name="shipped">The article.</param>
    /// <param name="revision">The state of the server's changes.</param>
    /// <exception cref="StoreUnavailableException">
    /// The changes can't be read, and no earlier state is known.
    /// </exception>
    public Task<TrainedArticle> FindAsync(TrainedArticle shipped, ServerRevision revision) =>
        GetArticle(shipped, revision.Server)
            .FindAsync(shipped, revision.Number, () => TrainAsync(shipped, revision));

    /// <summary>Finds an article in exactly the state of a revision, and waits until it is trained.</summary>
    /// <exception cref="StoreUnavailableException">The changes can't be read.</exception>
    public Task<TrainedArticle> FindNewestAsync(TrainedArticle shipped, ServerRevision revision) =>
        GetArticle(shipped, revision.Server)
            .FindNewestAsync(shipped, revision.Number, () => TrainAsync(shipped, revision));

    /// <summary>Starts to train the articles of servers that have changed since.</summary>
    /// <param name="revisions">The revision of each server that has changed its sets.</param>
    public void Refresh(IReadOnlyDictionary<string, int> revisions)
    {
        foreach (var ((server, _), article) in _articles.List())
        {
            if (revisions.TryGetValue(server, out var number) && article.Shipped is { } shipped)
                _ = ObserveAsync(FindAsync(shipped, new ServerRevision(server, number)));
        }
    }

    /// <summary>Serves an article that has been trained already, as of a revision.</summary>
    public void Put(TrainedArticle shipped, ServerRevision revision, TrainedArticle curated) =>
        GetArticle(shipped, revision.Server).Put(shipped, revision.Number, curated);

    /// <summary>Runs work that trains sets, which nothing else does at the same time.</summary>
    public async Task<T> RunTrainingAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _training.WaitAsync(cancellationToken);
        try
        {
            return await LowPriorityThreads.RunAsync(work);
        }
        finally
        {
            _training.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _training.Dispose();

    private CuratedArticle GetArticle(TrainedArticle shipped, string server) =>
        _articles.GetOrAdd((server, shipped.Article.Set.Name), static _ => new CuratedArticle());

    // The next question meets the same failure, and tells the user.
    private static async Task ObserveAsync(Task training) =>
        await training.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task<TrainedArticle> TrainAsync(TrainedArticle shipped, ServerRevision revision)
    {
        var set = shipped.Article.Set;
        var history = await store.ReadAsync(revision.Server, CancellationToken.None);
        var changes = history.ListActive(set.Name).ToList();
        if (changes.Count == 0) return shipped;
        var (layered, curated) = await RunTrainingAsync(
            () =>
            {
                var layers = LayeredSet.Apply(set, CurationChange.ListChanges(changes));
                return (layers, shipped.With(layers.Set, CancellationToken.None));
            },
            CancellationToken.None);
        if (layered.Rejected.Count > 0) Log.Rejected(logger, revision.Server, set.Name, layered.Rejected.Count);
        return curated;
    }

    private static partial class Log
    {
        [LoggerMessage(
            5015,
            LogLevel.Warning,
            "Some changes that server {Server} made to the questions about {Article} no longer fully apply: {Count}. "
                + "/curate history lists them.")]
        public static partial void Rejected(ILogger logger, string server, string article, int count);
    }
}
