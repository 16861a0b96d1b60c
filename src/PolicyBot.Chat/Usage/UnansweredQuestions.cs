using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Usage;

/// <summary>The questions that were not answered, or not well, in groups.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="usage">What is not written down yet.</param>
internal sealed class UnansweredQuestions(IUsageStore store, UsageTracker usage)
{
    // Of more than that, the least asked are left out.
    private const int MaxQuestions = 1000;

    /// <summary>The groups of a server, the most asked first.</summary>
    /// <exception cref="StoreUnavailableException">The store is out of reach.</exception>
    public async Task<IReadOnlyList<QuestionGroup>> ReadAsync(string community, CancellationToken cancellationToken)
    {
        await usage.FlushAsync(cancellationToken);
        return QuestionGroup.GroupAll(await store.ListUnansweredAsync(community, MaxQuestions, cancellationToken));
    }

    /// <summary>Dismisses a group.</summary>
    /// <exception cref="StoreUnavailableException">The store is out of reach.</exception>
    public Task DismissAsync(string community, QuestionGroup group, CancellationToken cancellationToken) =>
        store.DismissAsync(community, group.First.Article, [.. group.Questions.Select(q => q.Text)], cancellationToken);
}
