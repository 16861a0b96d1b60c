using NodaTime;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Usage;

/// <summary>
/// Remembers votes, so that each user's counts once. Who voted is stored only as a keyed hash. Thread-safe, also across
/// several instances on one database. Every member throws <see cref="StoreUnavailableException"/> if the store is
/// locked, full, read-only or can't be reached.
/// </summary>
public interface IVoteStore
{
    /// <summary>Records a vote, which replaces the user's earlier one about the same entry.</summary>
    /// <param name="vote">The vote.</param>
    /// <param name="at">When it was given; only the day (UTC) is stored.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task<VoteResult> RecordAsync(Vote vote, Instant at, CancellationToken cancellationToken);

    /// <summary>Forgets the votes that were last changed on days before a time.</summary>
    Task PurgeExpiredAsync(Instant before, CancellationToken cancellationToken);
}
