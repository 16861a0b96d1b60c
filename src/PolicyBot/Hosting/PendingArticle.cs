using System.Collections.Concurrent;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Commands;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Loading;

namespace PolicyBot.Hosting;

/// <summary>The article that is served, read and learnt while the bot connects.</summary>
internal sealed class PendingArticle
{
    private readonly TaskCompletionSource<(ServedArticle Article, Answerer Answerer)> _served = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Thresholds are whole per cents, so that there are only so many.
    private const int MaxVariants = 1000;

    private readonly LruCache<(double? AnswerFrom, double? OfferFrom), ServedArticle> _variants = new(MaxVariants);
    private readonly ConcurrentQueue<string> _warnings = [];
    private readonly ArticleLoader _loader;

    private PendingArticle(string article, ArticleLoader loader)
    {
        _loader = loader;
        Reading = Task.Run(() => loader.Read(article));
        Learning = LearnAsync(article);
    }

    /// <summary>What came of reading it.</summary>
    public Task<ReadResult> Reading { get; }

    /// <summary>Completes when it can be served, its vectors among it, or turned out not to be sound.</summary>
    public Task Learning { get; }

    /// <summary>
    /// What was wrong with its cached vectors, which it is served without; complete when <see cref="Learning"/> is.
    /// </summary>
    public IReadOnlyCollection<string> Warnings => _warnings;

    /// <summary>The article, when it can be served; cancelled where it is not sound.</summary>
    public async ValueTask<ServedArticle> ServedAsync() => (await _served.Task).Article;

    /// <summary>The same, as sure of its answers as is wanted, where that is not left to the article.</summary>
    /// <param name="answerFrom">Confidence, 0 to 1, from which an answer is given, or null.</param>
    /// <param name="offerFrom">
    /// Confidence, 0 to 1, from which the closest question is shown with its answer, or null; no higher than the
    /// other is then.
    /// </param>
    public async ValueTask<ServedArticle> ServedAsync(double? answerFrom, double? offerFrom)
    {
        var (article, answerer) = await _served.Task;
        if (answerFrom is null && offerFrom is null) return article;
        return _variants.GetOrAdd((answerFrom, offerFrom), wanted =>
        {
            var answer = wanted.AnswerFrom ?? answerer.Thresholds.Answer;
            var thresholds = new Thresholds(answer, Math.Min(wanted.OfferFrom ?? answerer.Thresholds.Offer, answer));
            return article.WithAnswerer(answerer.With(thresholds), _loader.Queue);
        });
    }

    public static PendingArticle Start(string article, ArticleLoader loader) => new(article, loader);

    private async Task LearnAsync(string name)
    {
        try
        {
            if (await Reading is not ReadResult.Valid(var set)) return;
            var answerer = _loader.Train(name, set, _warnings.Enqueue);
            answerer.Prepare(CancellationToken.None);
            // What was only needed to learn is a multiple of what is kept, and a bot that waits for questions would hold on to it for long.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var queue = _loader.Queue;
            var article = new ServedArticle(set, (question, cancellationToken) => queue.AskAsync(answerer, question, cancellationToken))
            {
                Thresholds = answerer.Thresholds,
            };
            _served.SetResult((article, answerer));
        }
        catch (Exception e)
        {
            _served.SetException(e);
            throw;
        }
        finally
        {
            // Whoever waits for an article that will not come is let go.
            _served.TrySetCanceled();
        }
    }
}
