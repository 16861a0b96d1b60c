namespace PolicyBot.Knowledge.Curation;

/// <summary>A question in one canonical form and many phrasings.</summary>
/// <param name="Id">An id, unique within the set.</param>
/// <param name="Question">The canonical question.</param>
/// <param name="Phrasings">Other ways to ask it; no two entries share one.</param>
public abstract record Entry(string Id, string Question, IReadOnlyList<string> Phrasings)
{
    /// <summary>Why a person must check the entry first; null if it is not marked.</summary>
    public string? Review { get; init; }
}
