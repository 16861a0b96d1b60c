
namespace PolicyBot.Chat.Storage;

/// <summary>The store cannot be reached, is locked, full or read-only: what was to be kept is not.</summary>
/// <param name="message">What is wrong and the mend, in a line.</param>
/// <param name="inner">The store's own fault.</param>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner)
{
    /// <summary>
    /// Whether it is certain that nothing was ever stored: there is no database yet, and this process has never seen
    /// one.
    /// </summary>
    public bool IsNothingStored { get; init; }
}
