namespace PolicyBot.Knowledge.Matching.Semantic;

/// <summary>An entry in the semantic index.</summary>
/// <param name="Phrasings">The phrasings whose mean is compared with questions; at least one.</param>
/// <param name="Evidence">The indexes of the article's sentences that overlap the entry's evidence.</param>
internal sealed record SemanticEntry(IReadOnlyList<string> Phrasings, int[] Evidence);
