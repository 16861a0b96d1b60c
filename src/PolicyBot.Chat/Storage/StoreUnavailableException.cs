namespace PolicyBot.Chat.Storage;

/// <summary>The store is locked, full, read-only or can't be reached, so nothing was saved.</summary>
/// <param name="message">What is wrong and the fix, in one line.</param>
/// <param name="inner">The store's own exception.</param>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner)
{
    /// <summary>
    /// Whether it is certain that nothing was ever stored: there is no database yet, and this process has never seen
    /// one.
    /// </summary>
    public bool IsNothingStored { get; init; }
}
