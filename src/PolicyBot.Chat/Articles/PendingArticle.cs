using System.Collections.Concurrent;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Threading;

namespace PolicyBot.Chat.Articles;

/// <summary>An article that is read and trained in the background. Thread-safe.</summary>
public sealed class PendingArticle
{
    // Files may be replaced while they are read; then they are read again.
    private const int MaxReads = 3;

    private readonly TaskCompletionSource<TrainedArticle> _trained =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly ConcurrentQueue<string> _warnings = [];
    private readonly string _article;
    private readonly ArticleLoader _loader;

    private PendingArticle(string article, ArticleLoader loader)
    {
        (_article, _loader) = (article, loader);
        (Name, Folder) = (ArticlesFolder.GetName(article), loader.Locate(article));
        ReadTask = LowPriorityThreads.RunAsync(Read);
        Ready = TrainAsync();
    }

    /// <summary>The article's name.</summary>
    public string Name { get; }

    /// <summary>The full path of its folder.</summary>
    public string Folder { get; }

    /// <summary>What the article's files were when they were read, before <see cref="ReadTask"/> is complete.</summary>
    internal string? Stamp { get; private set; }

    /// <summary>The outcome of reading the article's files.</summary>
    public Task<ReadResult> ReadTask { get; }

    /// <summary>Completes when the article can be served, vectors included, or turns out to be invalid.</summary>
    public Task Ready { get; }

    /// <summary>
    /// Problems with the cached vectors, without which the article is served; complete when <see cref="Ready"/> is.
    /// </summary>
    public IReadOnlyCollection<string> Warnings => _warnings;

    /// <summary>Starts to load an article.</summary>
    /// <param name="article">The name of an article in the loader's folder, or the path of another folder.</param>
    /// <param name="loader">Reads and trains it.</param>
    public static PendingArticle Start(string article, ArticleLoader loader) => new(article, loader);

    /// <summary>Starts to load the version that is in the same folder now.</summary>
    public PendingArticle StartAgain() => new(_article, _loader);

    /// <summary>Returns the article when it can be served; canceled if it is invalid.</summary>
    public Task<TrainedArticle> GetAsync() => _trained.Task;

    private ReadResult Read()
    {
        for (var reads = 1; ; reads++)
        {
            Stamp = ArticleFiles.GetStamp(Folder);
            var result = _loader.Read(_article);
            if (reads == MaxReads || ArticleFiles.GetStamp(Folder) == Stamp) return result;
        }
    }

    private TrainedArticle Train(KnowledgeSet set)
    {
        var answerer = _loader.Train(_article, set, _warnings.Enqueue);
        answerer.Prepare(CancellationToken.None);
        // Training needs several times the memory that is kept, and an idle bot would hold on to it for long.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new TrainedArticle(answerer, Folder, _loader.Queue);
    }

    private async Task TrainAsync()
    {
        try
        {
            if (await ReadTask is ReadResult.Valid(var set))
                _trained.SetResult(await LowPriorityThreads.RunAsync(() => Train(set)));
        }
        catch (Exception e)
        {
            _trained.SetException(e);
            throw;
        }
        finally
        {
            // Requests must not wait for an article that will never be served.
            _trained.TrySetCanceled();
        }
    }
}
