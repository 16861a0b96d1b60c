using NodaTime;

namespace PolicyBot.Chat.Storage;

/// <summary>
/// Stores when the bot's processes last connected to the platform, so that they connect in turn. It uses the database's
/// clock, since theirs may differ. Thread-safe, also across several instances on one database.
/// </summary>
public interface IConnectionTurnStore
{
    /// <summary>Takes the turn of a queue if it is free, and one of the connections that the platform still allows.
    /// </summary>
    /// <param name="queue">The queue. The turns of different queues are independent.</param>
    /// <param name="interval">The time between two turns of a queue.</param>
    /// <param name="remaining">
    /// How many connections the platform still allows, as this process knows it; at least 1. The processes use the
    /// lowest number that one of them knows, less the turns taken since.
    /// </param>
    /// <param name="resetAfter">The time until the platform allows all connections again; at most a day.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Zero if it was taken; otherwise how long to wait before the next attempt.</returns>
    /// <exception cref="StoreUnavailableException">
    /// The store is locked, full, read-only or can't be reached.
    /// </exception>
    Task<Duration> TryTakeAsync(
        int queue, Duration interval, int remaining, Duration resetAfter, CancellationToken cancellationToken);
}
