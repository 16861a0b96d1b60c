namespace PolicyBot.Knowledge.Matching;

/// <summary>The input for training a matcher.</summary>
/// <param name="Phrasings">The phrasings of each entry, by the entry's number.</param>
/// <param name="Names">Names and synonyms; earlier ones win.</param>
/// <param name="Texts">Other texts whose words count as known.</param>
internal sealed record TrainingSet(
    IReadOnlyList<IReadOnlyList<string>> Phrasings, IReadOnlyList<NameGroup> Names, IReadOnlyList<string> Texts);
