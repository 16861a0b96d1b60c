using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Remembering;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Loading;
using PolicyBot.Opening;
using PolicyBot.Settings;

namespace PolicyBot.Serving;

/// <summary>The article that is served, read and learnt while the bot connects.</summary>
internal sealed class LoadingArticle
{
    private readonly TaskCompletionSource<(ServedArticle Article, Answerer Answerer)> served = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Thresholds are whole per cents, so that there are only so many.
    private const int MaxVariants = 1000;

    private readonly RecentlyUsed<(double? AnswerFrom, double? OfferFrom), ServedArticle> variants = new(MaxVariants);

    private LoadingArticle(string article, MatchingOptions matching, Surroundings surroundings)
    {
        Reading = Task.Run(() => ArticleFolder.Read(article, surroundings));
        Learning = LearnAsync(matching);
    }

    /// <summary>What came of reading it.</summary>
    public Task<ReadResult> Reading { get; }

    /// <summary>Completes when it can be served, or turned out not to be sound.</summary>
    public Task Learning { get; }

    /// <summary>The article, when it can be served; cancelled where it is not sound.</summary>
    public async ValueTask<ServedArticle> ServedAsync() => (await served.Task).Article;

    /// <summary>The same, as sure of its answers as is wanted, where that is not left to the article.</summary>
    /// <param name="answerFrom">Confidence, 0 to 1, from which an answer is given, or null.</param>
    /// <param name="offerFrom">Confidence, 0 to 1, from which questions are offered to choose from, or null; no higher than the other is then.</param>
    public async ValueTask<ServedArticle> ServedAsync(double? answerFrom, double? offerFrom)
    {
        var (article, answerer) = await served.Task;
        if (answerFrom is null && offerFrom is null) return article;
        return variants.GetOrAdd((answerFrom, offerFrom), wanted =>
        {
            var answer = wanted.AnswerFrom ?? answerer.Thresholds.Answer;
            return article.AnsweredBy(answerer.With(new Thresholds(answer, Math.Min(wanted.OfferFrom ?? answerer.Thresholds.Offer, answer))));
        });
    }

    public static LoadingArticle Start(string article, MatchingOptions matching, Surroundings surroundings) => new(article, matching, surroundings);

    private async Task LearnAsync(MatchingOptions matching)
    {
        try
        {
            if (await Reading is not ReadResult.Sound(var set)) return;
            var answerer = AnswererTraining.Train(set, matching);
            // What was only needed to learn is a multiple of what is kept, and a bot that waits for questions would hold on to it for long.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            served.SetResult((new ServedArticle(set, answerer.Ask) { Thresholds = answerer.Thresholds }, answerer));
        }
        catch (Exception e)
        {
            served.SetException(e);
            throw;
        }
        finally
        {
            // Whoever waits for an article that will not come is let go.
            served.TrySetCanceled();
        }
    }
}
