namespace PolicyBot.Knowledge.Matching.Semantic;

/// <summary>What the semantic layer knows of an entry.</summary>
/// <param name="Phrasings">The phrasings whose mean it compares with questions; at least one.</param>
/// <param name="Evidence">The numbers of the article's sentences that the entry's evidence overlaps.</param>
internal sealed record SemanticEntry(IReadOnlyList<string> Phrasings, int[] Evidence);
