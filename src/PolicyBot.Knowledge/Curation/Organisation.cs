using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>An organisation that the article names.</summary>
/// <param name="Id">An id within the set.</param>
/// <param name="Name">The name as the article gives it.</param>
/// <param name="Role">Its role in the article.</param>
/// <param name="Evidence">The passage that names it.</param>
/// <param name="Also">Other names that readers use; may be empty.</param>
public sealed record Organisation(string Id, string Name, string Role, Passage Evidence, IReadOnlyList<string> Also)
{
    /// <summary>Why a person must check the entry first; null if it is not marked.</summary>
    public string? Review { get; init; }
}
