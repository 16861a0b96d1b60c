using PolicyBot.Chat.Commands;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Loading;
using PolicyBot.Opening;
using PolicyBot.Settings;

namespace PolicyBot.Serving;

/// <summary>The article that is served, read and learnt while the bot connects.</summary>
internal sealed class LoadingArticle
{
    private readonly TaskCompletionSource<ServedArticle> served = new(TaskCreationOptions.RunContinuationsAsynchronously);

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
    public ValueTask<ServedArticle> Served => new(served.Task);

    public static LoadingArticle Start(string article, MatchingOptions matching, Surroundings surroundings) => new(article, matching, surroundings);

    private async Task LearnAsync(MatchingOptions matching)
    {
        try
        {
            if (await Reading is not ReadResult.Sound(var set)) return;
            var answerer = AnswererTraining.Train(set, matching);
            // What was only needed to learn is a multiple of what is kept, and a bot that waits for questions would hold on to it for long.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            served.SetResult(new ServedArticle(set, answerer.Ask));
        }
        finally
        {
            // Whoever waits for an article that will not come is let go.
            served.TrySetCanceled();
        }
    }
}
