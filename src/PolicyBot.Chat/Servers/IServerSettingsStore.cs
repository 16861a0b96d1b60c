using NodaTime;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Servers;

/// <summary>
/// Stores the settings of servers, and deletes servers' data. Thread-safe, also across several instances on one
/// database. Every member throws <see cref="StoreUnavailableException"/> if the store is locked, full, read-only or
/// can't be reached.
/// </summary>
public interface IServerSettingsStore
{
    /// <summary>
    /// Finds the settings of a server and the revision of its set, or returns null if it has neither.
    /// </summary>
    Task<ServerSettings?> FindAsync(string server, CancellationToken cancellationToken);

    /// <summary>Saves the settings of a server, and replaces earlier ones.</summary>
    Task SaveAsync(string server, ServerSettings settings, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes all data of a server in one step: settings, subscriptions, ledger, counts and questions.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="deletesCuration">
    /// Whether the server's changes to its set are deleted too; if not, only who made them is.
    /// </param>
    /// <param name="cancellationToken">The cancellation token.</param>
    Task DeleteAsync(string server, bool deletesCuration, CancellationToken cancellationToken);

    /// <summary>
    /// Records when the bot left a server, clears that mark if it is back, and deletes the data of servers it left
    /// longer ago than the retention period.
    /// </summary>
    /// <param name="present">The servers that the bot is in.</param>
    /// <param name="now">The time.</param>
    /// <param name="retention">The retention period.</param>
    /// <param name="cancellationToken">
    /// The cancellation token. After a cancellation, the next call does the rest.
    /// </param>
    /// <returns>The servers whose data was deleted.</returns>
    Task<IReadOnlyList<string>> DeleteDepartedAsync(
        IReadOnlySet<string> present, Instant now, Duration retention, CancellationToken cancellationToken);
}
