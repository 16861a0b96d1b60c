namespace PolicyBot.Knowledge.Curation;

/// <summary>Words that readers of the article use for the same thing.</summary>
/// <param name="Word">The word that stands for all of them.</param>
/// <param name="Also">The others, one or more words each.</param>
public sealed record Synonym(string Word, IReadOnlyList<string> Also);
