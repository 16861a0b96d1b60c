namespace PolicyBot.Chat.Curation;

/// <summary>All changes that a server made to its sets.</summary>
/// <param name="Revision">The server's revision; 0 if it never made a change.</param>
/// <param name="Changes">The changes, the earliest first; the undone ones too.</param>
public sealed record CurationHistory(int Revision, IReadOnlyList<CurationChange> Changes)
{
    /// <summary>Lists the changes of an article that apply, the earliest first.</summary>
    public IEnumerable<CurationChange> ListActive(string article) =>
        Changes.Where(c => c.Article == article && c.UndoneAt is null);
}
