namespace PolicyBot.Knowledge.Curation;

/// <summary>Words that readers use for the same thing.</summary>
/// <param name="Word">The head word.</param>
/// <param name="Also">The others, of one or more words each.</param>
public sealed record Synonym(string Word, IReadOnlyList<string> Also)
{
    /// <summary>Why a person must check the entry first; null if it is not marked.</summary>
    public string? Review { get; init; }
}
