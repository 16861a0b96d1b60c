namespace PolicyBot.Knowledge.Curation.Writing;

/// <summary>The texts of a set's files.</summary>
/// <param name="Knowledge">knowledge.yaml.</param>
/// <param name="Phrasings">phrasings.txt, or null if the set needs none.</param>
public sealed record SetFiles(string Knowledge, string? Phrasings);
