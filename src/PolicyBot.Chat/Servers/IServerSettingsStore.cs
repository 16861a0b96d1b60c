using NodaTime;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Servers;

/// <summary>
/// What is kept for each community. Safe for many threads and several instances. Every member throws
/// <see cref="StoreUnavailableException"/> where the store cannot be reached, is locked, full or read-only.
/// </summary>
public interface IServerSettingsStore
{
    /// <summary>The settings of a community, or null where it has none of its own.</summary>
    Task<ServerSettings?> FindAsync(string community, CancellationToken cancellationToken);

    /// <summary>Keeps the settings of a community, in place of its former ones.</summary>
    Task SaveAsync(string community, ServerSettings settings, CancellationToken cancellationToken);

    /// <summary>Deletes all that is kept for a community, in one step: settings, subscriptions, ledger, counts and questions.</summary>
    Task DeleteAsync(string community, CancellationToken cancellationToken);

    /// <summary>
    /// Ages communities out that the bot has left: notes of each of which anything is kept and that is not present since when it is not, forgets
    /// that of those that are present, and erases those that have been absent for the retention.
    /// </summary>
    /// <param name="present">The communities that the bot is in.</param>
    /// <param name="now">The time.</param>
    /// <param name="retention">How long the rows of one that the bot has left are kept.</param>
    /// <param name="cancellationToken">Gives up; what is not done then is done by the next call.</param>
    /// <returns>Those that were erased.</returns>
    Task<IReadOnlyList<string>> DeleteDepartedAsync(IReadOnlySet<string> present, Instant now, Duration retention, CancellationToken cancellationToken);
}
