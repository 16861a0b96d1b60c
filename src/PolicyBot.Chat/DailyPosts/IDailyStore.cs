using NodaTime;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// What must outlive a restart of the daily posts. Safe for many threads, and for several instances on one database: of two that claim the same day
/// one alone gets it. Every member throws <see cref="StoreUnavailableException"/> where the store cannot be reached, is locked, full or read-only.
/// </summary>
public interface IDailyStore
{
    /// <summary>The subscription of a channel, or null.</summary>
    Task<Subscription?> FindAsync(string channel, CancellationToken cancellationToken);

    /// <summary>The subscriptions of a community, by channel.</summary>
    Task<IReadOnlyList<Subscription>> ListAsync(string community, CancellationToken cancellationToken);

    /// <summary>Keeps a subscription, in place of the channel's former one.</summary>
    Task SaveAsync(Subscription subscription, CancellationToken cancellationToken);

    /// <summary>Changes a subscription in one step: nobody else changes it between the reading and the writing.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="change">The subscription as it is then, of what it is; the channel and the community stay.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The subscription before the change, or null where there is none.</returns>
    Task<Subscription?> UpdateAsync(string channel, Func<Subscription, Subscription> change, CancellationToken cancellationToken);

    /// <summary>Forgets the subscription of a channel; its ledger stays, so that a new one goes on where it ended.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(string channel, CancellationToken cancellationToken);

    /// <summary>The subscriptions that are due, not paused, and claimed by nobody for longer than now, the longest due first.</summary>
    /// <param name="now">The time.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Subscription>> ListDueAsync(Instant now, int max, CancellationToken cancellationToken);

    /// <summary>When <see cref="ListDueAsync"/> gives one next, as far as is known now; a time that is past already where it does so now, null where there is none.</summary>
    Task<Instant?> GetNextDueAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>Claims a channel's post of one day: where nobody has it yet, or whoever claimed it last did not finish within their lease.</summary>
    /// <remarks>Nothing is claimed where what was read does not hold any more: what was decided by it would be wrong.</remarks>
    /// <param name="subscription">The channel's subscription as it was read; it must be due, paused and left out as then.</param>
    /// <param name="day">The day.</param>
    /// <param name="attempts">How often the ledger said that the day was claimed, 0 for never; it must say so still.</param>
    /// <param name="post">What is to be sent, where nothing is fixed yet.</param>
    /// <param name="owner">Who claims it; every try has a name of its own.</param>
    /// <param name="now">The time.</param>
    /// <param name="lease">How long it is claimed for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is to be sent, as it was fixed with the first claim; null where another has the day, or it is posted or dropped.</returns>
    Task<DailyPost?> ClaimAsync(
        Subscription subscription, LocalDate day, int attempts, DailyPost post, string owner, Instant now, Duration lease, CancellationToken cancellationToken);

    /// <summary>Notes that a claimed post stands in the channel, and when the next one is due; in one step.</summary>
    /// <param name="subscription">The channel's subscription as it was read; where another time of the day was set since, that holds.</param>
    /// <param name="day">The day.</param>
    /// <param name="message">The message's id.</param>
    /// <param name="now">The time.</param>
    /// <param name="nextDue">When the next post is due.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task MarkPostedAsync(Subscription subscription, LocalDate day, string message, Instant now, Instant nextDue, CancellationToken cancellationToken);

    /// <summary>Notes that a day has no post, and when the next one is due; in one step. A day that is posted stays so; that the next one is left out is forgotten with it.</summary>
    /// <param name="subscription">The channel's subscription as it was read, as of <see cref="ClaimAsync"/>.</param>
    /// <param name="day">The day.</param>
    /// <param name="owner">Who says so; a day that is claimed must be claimed by them.</param>
    /// <param name="note">Why, in words for the channel's moderators.</param>
    /// <param name="now">The time.</param>
    /// <param name="nextDue">When the next post is due.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False, with nothing noted, where another has claimed or settled it, or it is not to be left out any more.</returns>
    Task<bool> MarkSkippedAsync(Subscription subscription, LocalDate day, string owner, string note, Instant now, Instant nextDue, CancellationToken cancellationToken);

    /// <summary>Gives a claim back unsent, to be claimed again from a time on; the post stays as it was fixed.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="day">The day.</param>
    /// <param name="owner">Who claimed it; where another has since, nothing is changed.</param>
    /// <param name="note">Why, in words for the channel's moderators.</param>
    /// <param name="retryAt">From when on it can be claimed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it is claimed by that owner no more.</returns>
    Task<bool> ReleaseAsync(string channel, LocalDate day, string owner, string note, Instant retryAt, CancellationToken cancellationToken);

    /// <summary>The ledger of a channel, the latest day first.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="max">At most so many days.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<LedgerEntry>> ListEntriesAsync(string channel, int max, CancellationToken cancellationToken);
}
