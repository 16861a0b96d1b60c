namespace PolicyBot.Knowledge.Curation;

/// <summary>Names that readers ask about and the article never uses.</summary>
/// <param name="Kind">The kind of name: company, country, law, …</param>
/// <param name="Names">The names; none of them is in the article.</param>
public sealed record AbsentNames(string Kind, IReadOnlyList<string> Names)
{
    /// <summary>Why a person must check the names first; null if it is not marked.</summary>
    public string? Review { get; init; }
}
