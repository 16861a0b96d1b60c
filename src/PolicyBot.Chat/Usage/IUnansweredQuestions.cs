using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Usage;

/// <summary>The questions about an article that were not answered, or not well, in any server.</summary>
public interface IUnansweredQuestions
{
    /// <summary>Lists those that no moderator dismissed: the most asked first.</summary>
    /// <param name="article">The article's name.</param>
    /// <param name="max">The maximum number of questions.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    Task<IReadOnlyList<UnansweredQuestion>> ListAboutAsync(
        string article, int max, CancellationToken cancellationToken);
}
