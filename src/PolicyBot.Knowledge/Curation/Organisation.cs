using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>An organisation that the article names.</summary>
/// <param name="Id">A short name within the set.</param>
/// <param name="Name">The name as the article gives it.</param>
/// <param name="Role">Its part in the article.</param>
/// <param name="Evidence">Where the article names it.</param>
/// <param name="Also">Other names readers use; may be empty.</param>
public sealed record Organisation(string Id, string Name, string Role, Passage Evidence, IReadOnlyList<string> Also);
