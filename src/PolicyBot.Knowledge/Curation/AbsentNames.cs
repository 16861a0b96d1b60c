namespace PolicyBot.Knowledge.Curation;

/// <summary>Names that readers bring and the article never uses.</summary>
/// <param name="Kind">What they are: company, country, law, …</param>
/// <param name="Names">The names; none of them stands in the article.</param>
public sealed record AbsentNames(string Kind, IReadOnlyList<string> Names);
