using NodaTime;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Usage;

/// <summary>
/// Stores how often things happened, and the questions that were not answered, without anything about who asked.
/// Thread-safe, also across several instances on one database. Every member throws
/// <see cref="StoreUnavailableException"/> if the store is locked, full, read-only or can't be reached.
/// </summary>
public interface IUsageStore
{
    /// <summary>
    /// Adds usage data, all or nothing. If a question is stored already, the counts are added, and the later kind and
    /// time apply; a dismissed question stays dismissed.
    /// </summary>
    /// <param name="batches">The data; each server once.</param>
    /// <param name="at">The time under which it is stored.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task AddAsync(IReadOnlyList<UsageBatch> batches, Instant at, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the questions of servers that have too many: first those asked once, and of those, the ones whose last
    /// time is longest ago.
    /// </summary>
    /// <param name="servers">The servers.</param>
    /// <param name="max">How many questions each may have.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task TrimQuestionsAsync(IReadOnlyCollection<string> servers, int max, CancellationToken cancellationToken);

    /// <summary>Returns the sums of a server by article, entry and kind.</summary>
    /// <param name="server">The server.</param>
    /// <param name="after">Exclusive start of the range.</param>
    /// <param name="until">Inclusive end of the range.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task<IReadOnlyList<UsageCount>> GetTotalsAsync(
        string server, Instant after, Instant until, CancellationToken cancellationToken);

    /// <summary>Returns the sums of a server by day and kind, of all articles, the earliest day first.</summary>
    /// <param name="server">The server.</param>
    /// <param name="after">Exclusive start of the range.</param>
    /// <param name="until">Inclusive end of the range.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task<IReadOnlyList<DayCount>> GetDailyCountsAsync(
        string server, Instant after, Instant until, CancellationToken cancellationToken);

    /// <summary>
    /// Lists the questions of a server that are not dismissed: the most asked first, and of those the latest.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="max">The maximum number of questions.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task<IReadOnlyList<UnansweredQuestion>> ListUnansweredAsync(
        string server, int max, CancellationToken cancellationToken);

    /// <summary>
    /// Dismisses questions about an article. They are not listed again, even if they are asked again, until they
    /// expire.
    /// </summary>
    /// <returns>How many of them are stored.</returns>
    Task<int> DismissAsync(
        string server, string article, IReadOnlyCollection<string> texts, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes old questions and counts, and adds up older counts by day (UTC), because their exact times aren't needed
    /// for long.
    /// </summary>
    /// <param name="questionsBefore">Questions that were last asked before this time are deleted.</param>
    /// <param name="countsBefore">Counts from days that ended before this time are deleted.</param>
    /// <param name="foldBefore">Counts from days that ended before this time are added up.</param>
    /// <param name="cancellationToken">
    /// The cancellation token. After a cancellation, the next call does the rest.
    /// </param>
    Task PurgeExpiredAsync(
        Instant questionsBefore, Instant countsBefore, Instant foldBefore, CancellationToken cancellationToken);
}
