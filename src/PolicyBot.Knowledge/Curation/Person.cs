using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>A person whom the article names.</summary>
/// <param name="Id">An id within the set.</param>
/// <param name="Name">The full name as the article gives it.</param>
/// <param name="Role">The role in the article's terms.</param>
/// <param name="Evidence">The passage that names them.</param>
/// <param name="Also">Other names that readers use; may be empty.</param>
public sealed record Person(string Id, string Name, string Role, Passage Evidence, IReadOnlyList<string> Also)
{
    /// <summary>Why a person must check the entry first; null if it is not marked.</summary>
    public string? Review { get; init; }
}
