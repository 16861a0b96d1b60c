namespace PolicyBot.Knowledge.Curation;

/// <summary>
/// A question whose answer rested on words that an earlier version of the article has and this one lacks.
/// </summary>
/// <param name="Id">An id, unique within the set.</param>
/// <param name="Question">The canonical question.</param>
/// <param name="Phrasings">Other ways to ask it.</param>
public sealed record WithheldEntry(string Id, string Question, IReadOnlyList<string> Phrasings)
    : Entry(Id, Question, Phrasings);
