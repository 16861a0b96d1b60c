using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>A question that readers ask and the article does not answer.</summary>
/// <param name="Id">An id, unique within the set.</param>
/// <param name="Question">The canonical question.</param>
/// <param name="Phrasings">Other ways to ask it.</param>
/// <param name="Nearest">The closest passage of the article.</param>
public sealed record UnanswerableEntry(string Id, string Question, IReadOnlyList<string> Phrasings, Passage Nearest)
    : Entry(Id, Question, Phrasings);
