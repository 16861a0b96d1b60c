using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Curation;

/// <summary>
/// Stores the changes that servers made to their sets. Every change increases the server's revision, which starts at 0.
/// Thread-safe, also across several instances on one database. Every member throws <see
/// cref="StoreUnavailableException"/> if the store is locked, full, read-only or can't be reached.
/// </summary>
public interface ICurationStore
{
    /// <summary>Returns the revision of each server that has changed its set.</summary>
    Task<IReadOnlyDictionary<string, int>> ListRevisionsAsync(CancellationToken cancellationToken);

    /// <summary>Reads all changes of a server, the undone ones too, the earliest first, with the revision.</summary>
    Task<CurationHistory> ReadAsync(string server, CancellationToken cancellationToken);

    /// <summary>Adds a change whose number is the next revision.</summary>
    /// <param name="server">The server.</param>
    /// <param name="change">The change; its number is ignored.</param>
    /// <param name="revision">The revision on which the change is based.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Whether it was added; false if the revision is another one by now.</returns>
    Task<bool> TryAddAsync(
        string server, CurationChange change, int revision, CancellationToken cancellationToken);

    /// <summary>Marks a change as undone.</summary>
    /// <param name="server">The server.</param>
    /// <param name="change">The change, with when and by whom it is undone.</param>
    /// <param name="revision">The revision that the caller has read.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Whether it was undone; false if the revision is another one by now.</returns>
    Task<bool> TryUndoAsync(
        string server, CurationChange change, int revision, CancellationToken cancellationToken);
}
