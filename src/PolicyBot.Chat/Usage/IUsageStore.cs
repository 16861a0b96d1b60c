using NodaTime;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Usage;

/// <summary>
/// The counts of what was asked, and the questions that were not answered; nothing in it tells who asked. Safe for many threads and several
/// instances. Every member throws <see cref="StoreUnavailableException"/> where the store cannot be reached, is locked, full or read-only.
/// </summary>
public interface IUsageStore
{
    /// <summary>Adds what happened, all or nothing. A question that is there already gets the sum of both counts, and the later kind and time; one that was dismissed stays so.</summary>
    /// <param name="batches">What happened; each community once.</param>
    /// <param name="at">When it is written down.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task AddAsync(IReadOnlyList<UsageBatch> batches, Instant at, CancellationToken cancellationToken);

    /// <summary>The sums of a community, by article, entry and kind, of what was written down later than one time and not later than another.</summary>
    Task<IReadOnlyList<UsageCount>> GetTotalsAsync(string community, Instant after, Instant until, CancellationToken cancellationToken);

    /// <summary>The same sums, of all articles, by day and kind; the earliest day first.</summary>
    Task<IReadOnlyList<DayCount>> GetDailyCountsAsync(string community, Instant after, Instant until, CancellationToken cancellationToken);

    /// <summary>The questions of a community that are not dismissed, the most asked first, of those the one asked last.</summary>
    /// <param name="community">The community.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<UnansweredQuestion>> ListUnansweredAsync(string community, int max, CancellationToken cancellationToken);

    /// <summary>Dismisses questions about an article: they are not listed any more, also where they are asked again, till they are too old to be kept.</summary>
    /// <returns>How many were there.</returns>
    Task<int> DismissAsync(string community, string article, IReadOnlyCollection<string> texts, CancellationToken cancellationToken);

    /// <summary>
    /// Drops questions that were asked last before a time, and counts before another; counts before a third are put together by day (UTC), at its
    /// first moment: what tells the hour of a question is not needed for long.
    /// </summary>
    /// <param name="questionsBefore">Questions that were asked last before it are dropped.</param>
    /// <param name="countsBefore">Counts from before it are dropped.</param>
    /// <param name="foldBefore">Counts from before it are put together; whole days only.</param>
    /// <param name="cancellationToken">Gives up; what is not done then is done by the next call.</param>
    Task PurgeExpiredAsync(Instant questionsBefore, Instant countsBefore, Instant foldBefore, CancellationToken cancellationToken);
}
