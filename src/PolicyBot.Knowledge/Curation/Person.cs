using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>A person whom the article names.</summary>
/// <param name="Id">A short name within the set.</param>
/// <param name="Name">The full name as the article gives it.</param>
/// <param name="Role">The role in the article's terms.</param>
/// <param name="Evidence">Where the article gives it.</param>
/// <param name="Also">Other names readers use; may be empty.</param>
public sealed record Person(string Id, string Name, string Role, Passage Evidence, IReadOnlyList<string> Also);
