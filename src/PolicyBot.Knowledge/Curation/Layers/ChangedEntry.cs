namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>An entry that a change adds or edits.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Evidence">The words of the article that it rests on.</param>
internal sealed record ChangedEntry(Entry Entry, IReadOnlyList<EvidenceText> Evidence);
