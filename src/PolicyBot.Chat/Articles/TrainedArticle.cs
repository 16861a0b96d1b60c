using PolicyBot.Chat.Caching;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Articles;

/// <summary>A trained answerer and the article it serves, with any thresholds. Thread-safe.</summary>
public sealed class TrainedArticle
{
    // Thresholds are whole percentages, so there are only so many.
    private const int MaxVariants = 1000;

    private readonly LruCache<(double? AnswerFrom, double? OfferFrom), ServedArticle> _variants = new(MaxVariants);
    private readonly AnswerQueue _queue;

    /// <summary>Creates an article that is served by an answerer.</summary>
    /// <param name="answerer">The answerer, prepared.</param>
    /// <param name="folder">The full path of the article's folder.</param>
    /// <param name="queue">Where its questions are answered.</param>
    public TrainedArticle(Answerer answerer, string folder, AnswerQueue queue)
    {
        (Answerer, Folder, _queue) = (answerer, folder, queue);
        Article = new ServedArticle(
            answerer.Set,
            (question, cancellationToken) => queue.AskAsync(answerer, question, cancellationToken),
            answerer.TryAnswerSurely)
        {
            Thresholds = answerer.Thresholds,
        };
    }

    /// <summary>The answerer, with the article's own thresholds.</summary>
    public Answerer Answerer { get; }

    /// <summary>The full path of the article's folder.</summary>
    public string Folder { get; }

    /// <summary>The article, with its own thresholds.</summary>
    public ServedArticle Article { get; }

    /// <summary>Returns the article with other thresholds.</summary>
    /// <param name="answerFrom">Confidence, 0 to 1, from which an answer is given; null for the article's own.</param>
    /// <param name="offerFrom">
    /// Confidence, 0 to 1, from which the closest question is shown with its answer; null for the article's own. It is
    /// lowered to the other threshold if it is higher.
    /// </param>
    public ServedArticle WithThresholds(double? answerFrom, double? offerFrom)
    {
        if (answerFrom is null && offerFrom is null) return Article;
        return _variants.GetOrAdd((answerFrom, offerFrom), wanted =>
        {
            var answer = wanted.AnswerFrom ?? Answerer.Thresholds.Answer;
            var thresholds = new Thresholds(answer, Math.Min(wanted.OfferFrom ?? Answerer.Thresholds.Offer, answer));
            return Article.WithAnswerer(Answerer.WithThresholds(thresholds), _queue);
        });
    }

    /// <summary>Trains another set with the same vectors and thresholds.</summary>
    /// <param name="set">The set.</param>
    /// <param name="cancellationToken">Stops the encoding.</param>
    public TrainedArticle With(KnowledgeSet set, CancellationToken cancellationToken) =>
        new(Answerer.TrainOn(set, Answerer.Thresholds, cancellationToken), Folder, _queue);

    /// <summary>Forgets recent answers, also those of other articles, when this one is used no longer.</summary>
    public void ForgetRecentAnswers() => _queue.ForgetRecent();
}
