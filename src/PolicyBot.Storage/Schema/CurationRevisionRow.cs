namespace PolicyBot.Storage.Schema;

/// <summary>
/// A row of <c>curation_revisions</c>: how often a server has changed its set. The row is also what writers lock.
/// </summary>
internal sealed class CurationRevisionRow
{
    public required string Server { get; init; }

    public required int Revision { get; init; }
}
