using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Usage;

/// <summary>Groups the questions that were not answered, or whose answers were not helpful.</summary>
/// <param name="store">The store.</param>
/// <param name="usage">Holds the questions that are not saved yet.</param>
internal sealed class UnansweredQuestions(IUsageStore store, UsageTracker usage)
{
    // The least asked ones beyond that are ignored.
    private const int MaxQuestions = 10_000;

    /// <summary>Reads the groups of a server, the most asked first.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public async Task<IReadOnlyList<QuestionGroup>> ReadAsync(string server, CancellationToken cancellationToken) =>
        QuestionGroup.GroupAll(await ListAsync(server, MaxQuestions, cancellationToken));

    /// <summary>Reads the questions of a server, the most asked first.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public async Task<IReadOnlyList<UnansweredQuestion>> ListAsync(
        string server, int max, CancellationToken cancellationToken)
    {
        await usage.FlushAsync(cancellationToken);
        return await store.ListUnansweredAsync(server, max, cancellationToken);
    }

    /// <summary>Lists the texts of the questions about an article.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public async Task<IReadOnlyList<string>> ListTextsAsync(
        string server, string article, CancellationToken cancellationToken)
    {
        await usage.FlushAsync(cancellationToken);
        var questions = await store.ListUnansweredAsync(server, MaxQuestions, cancellationToken);
        return [.. questions.Where(q => q.Article == article).Select(q => q.Text)];
    }

    /// <summary>Dismisses questions about an article.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public Task DismissAsync(
        string server, string article, IReadOnlyCollection<string> texts, CancellationToken cancellationToken) =>
        store.DismissAsync(server, article, texts, cancellationToken);

    /// <summary>Dismisses a group.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public Task DismissAsync(string server, QuestionGroup group, CancellationToken cancellationToken) =>
        store.DismissAsync(server, group.First.Article, [.. group.Questions.Select(q => q.Text)], cancellationToken);
}
