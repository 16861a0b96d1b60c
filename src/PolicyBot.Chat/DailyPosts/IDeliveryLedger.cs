using NodaTime;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// Records what happened to each channel's post of each day. Thread-safe, also across several instances on one
/// database: if two claim the same day, only one of them gets it. Every member throws
/// <see cref="StoreUnavailableException"/> if the store is locked, full, read-only or can't be reached.
/// </summary>
public interface IDeliveryLedger
{
    /// <summary>
    /// Claims a channel's post of one day, if nobody has claimed it yet or the lease of the last claim is over. The
    /// claim fails if the subscription or the ledger has changed since they were read.
    /// </summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="claims">How often the day had been claimed when the ledger was read; 0 for never.</param>
    /// <param name="post">The post, if this is the first claim.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>
    /// The post of the first claim, which is the one to send; null if someone else has claimed the day, or it is posted
    /// or skipped.
    /// </returns>
    Task<DailyPost?> ClaimAsync(
        DeliveryAttempt attempt, int claims, DailyPost post, CancellationToken cancellationToken);

    /// <summary>
    /// Records that a day is posted, even if another attempt claimed it, and sets when the next post is due, in one
    /// step. If the subscription's time of day has changed since it was read, its next due time isn't set.
    /// </summary>
    /// <param name="attempt">The attempt that posted it, or that found the post.</param>
    /// <param name="message">The message's id.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <exception cref="InvalidOperationException">The day was never claimed.</exception>
    Task MarkPostedAsync(DeliveryAttempt attempt, string message, CancellationToken cancellationToken);

    /// <summary>
    /// Records that a day has no post, clears <see cref="Subscription.SkipsNext"/>, and sets when the next post is due,
    /// in one step. A day that is posted stays posted.
    /// </summary>
    /// <param name="attempt">The attempt. If the day is claimed, it must be this attempt's claim.</param>
    /// <param name="note">Why, for the channel's moderators.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>
    /// False, with nothing recorded, if someone else has claimed, posted or skipped the day, or the subscription has
    /// changed.
    /// </returns>
    Task<bool> MarkSkippedAsync(DeliveryAttempt attempt, string note, CancellationToken cancellationToken);

    /// <summary>
    /// Releases a claim without a post, so that the day can be claimed again later; its content stays the same.
    /// </summary>
    /// <param name="attempt">The attempt that claimed it. Nothing changes if another one has claimed it since.</param>
    /// <param name="note">Why, for the channel's moderators.</param>
    /// <param name="retryAt">When it can be claimed again.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>False if the attempt no longer has the claim.</returns>
    Task<bool> ReleaseAsync(
        DeliveryAttempt attempt, string note, Instant retryAt, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a claimed or skipped day claimable again, also one that another instance has claimed or skipped, because
    /// it may have a post that wasn't found. If it is skipped, it becomes due again, in one step; if a moderator
    /// skipped it (<see cref="LedgerEntry.SkippedByModerator"/>), it stays a day to skip, and only its post is looked
    /// for. A day that is posted stays posted.
    /// </summary>
    /// <param name="attempt">An attempt that began before the day was skipped.</param>
    /// <param name="retryAt">The earliest time at which it can be claimed again.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task ReopenAsync(DeliveryAttempt attempt, Instant retryAt, CancellationToken cancellationToken);

    /// <summary>Lists the days of a channel, the latest first.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="max">The maximum number of days.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task<IReadOnlyList<LedgerEntry>> ListEntriesAsync(string channel, int max, CancellationToken cancellationToken);
}
