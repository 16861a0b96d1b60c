namespace PolicyBot.Storage.Persistence;

/// <summary>
/// Says that this process uses the database, until it is disposed of or the process ends, even if it is killed.
/// </summary>
internal interface IUseLock : IDisposable
{
    /// <summary>Whether it still says so; a database server may have closed its connection.</summary>
    bool IsHeld { get; }
}
