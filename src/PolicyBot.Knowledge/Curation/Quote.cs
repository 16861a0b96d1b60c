using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>A quote in the article.</summary>
/// <param name="Id">An id within the set.</param>
/// <param name="Passage">The quoted text, verbatim, without quotation marks.</param>
/// <param name="Speaker">Who says them: a person, a document, the author.</param>
/// <param name="Topics">The topics; at least one.</param>
public sealed record Quote(string Id, Passage Passage, string Speaker, IReadOnlyList<string> Topics)
{
    /// <summary>Why a person must check the quote first; null if it is not marked.</summary>
    public string? Review { get; init; }
}
