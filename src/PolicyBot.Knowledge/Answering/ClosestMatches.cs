using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>What comes closest to a question, best first.</summary>
/// <param name="Questions">The closest questions of the set.</param>
/// <param name="Passages">The closest sentences of the article, without its headline.</param>
public sealed record ClosestMatches(IReadOnlyList<QuestionEntry> Questions, IReadOnlyList<Passage> Passages);
