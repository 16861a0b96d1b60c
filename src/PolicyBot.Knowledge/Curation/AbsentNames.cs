namespace PolicyBot.Knowledge.Curation;

/// <summary>Names that readers ask about and the article never uses.</summary>
/// <param name="Kind">The kind of name: company, country, law, …</param>
/// <param name="Names">The names; none of them is in the article.</param>
public sealed record AbsentNames(string Kind, IReadOnlyList<string> Names);
