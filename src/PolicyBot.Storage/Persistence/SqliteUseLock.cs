namespace PolicyBot.Storage.Persistence;

/// <summary>
/// A lock on a file next to the database, because SQLite's own locks last only as long as a transaction. The file
/// stays; only the lock on it counts.
/// </summary>
/// <param name="file">The open file, or null if the folder is read-only and has no such file.</param>
internal sealed class SqliteUseLock(FileStream? file) : IUseLock
{
    private const string FileName = "policybot.lock";

    // EWOULDBLOCK on Linux and on macOS, and ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] Conflicts = [11, 35, unchecked((int)0x80070020)];

    public bool IsHeld => true;

    /// <summary>Locks the data folder.</summary>
    /// <param name="folder">The folder, which exists.</param>
    /// <param name="isExclusive">Whether no other process may use it, instead of any number of them.</param>
    /// <returns>Null if another process uses the folder exclusively, or at all.</returns>
    /// <exception cref="UnauthorizedAccessException">An exclusive lock isn't possible: it can't be written.</exception>
    public static SqliteUseLock? TryTake(string folder, bool isExclusive)
    {
        try
        {
            return new SqliteUseLock(new FileStream(
                Path.Combine(folder, FileName),
                FileMode.OpenOrCreate,
                isExclusive ? FileAccess.ReadWrite : FileAccess.Read,
                isExclusive ? FileShare.None : FileShare.Read));
        }
        catch (IOException e) when (Conflicts.Contains(e.HResult))
        {
            return null;
        }
        catch (Exception e) when (!isExclusive && e is IOException or UnauthorizedAccessException)
        {
            // What can't be written can't be restored into either, but it can be read.
            return new SqliteUseLock(null);
        }
    }

    public void Dispose() => file?.Dispose();
}
