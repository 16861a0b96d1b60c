namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>A sentence of an answer, as a moderator wrote it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Evidence">The words it rests on, each verbatim from the article.</param>
public sealed record ChangedSentence(string Text, IReadOnlyList<string> Evidence);
