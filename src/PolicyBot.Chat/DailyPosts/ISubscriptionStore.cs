using NodaTime;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>
/// Stores which channels get daily posts, and when. Thread-safe, also across several instances on one database.
/// Every member throws <see cref="StoreUnavailableException"/> if the store is locked, full, read-only or can't be
/// reached.
/// </summary>
public interface ISubscriptionStore
{
    /// <summary>Finds the subscription of a channel, or returns null.</summary>
    Task<Subscription?> FindAsync(string channel, CancellationToken cancellationToken);

    /// <summary>Lists the subscriptions of a server, ordered by channel.</summary>
    Task<IReadOnlyList<Subscription>> ListAsync(string server, CancellationToken cancellationToken);

    /// <summary>Saves a subscription, and replaces an earlier one of the same channel.</summary>
    Task SaveAsync(Subscription subscription, CancellationToken cancellationToken);

    /// <summary>
    /// Changes a subscription in one step: nobody else can change it between the reading and the writing.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="change">Returns the changed subscription. It must keep the channel and the server.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>The subscription before the change, or null if there is none.</returns>
    Task<Subscription?> UpdateAsync(
        string channel, Func<Subscription, Subscription> change, CancellationToken cancellationToken);

    /// <summary>
    /// Removes the subscription of a channel. Its ledger stays, so that a new subscription continues from there.
    /// </summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(string channel, CancellationToken cancellationToken);

    /// <summary>Reads which posts are due now and next.</summary>
    /// <param name="now">The time.</param>
    /// <param name="latest">The latest time at which any schedule has its next post.</param>
    /// <param name="max">The maximum number of subscriptions that are due, and of those that are too late.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task<DueSubscriptions> ReadDueAsync(Instant now, Instant latest, int max, CancellationToken cancellationToken);
}
