using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>A question that the article answers, or one of a server's own.</summary>
/// <param name="Id">An id, unique within the set.</param>
/// <param name="Question">The canonical question.</param>
/// <param name="Phrasings">Other ways to ask it.</param>
/// <param name="Answer">The answer's sentences, in order; at least one.</param>
/// <param name="Topics">The topics; at least one.</param>
/// <param name="Related">The ids of other question entries for further reading.</param>
public sealed record QuestionEntry(
    string Id,
    string Question,
    IReadOnlyList<string> Phrasings,
    IReadOnlyList<Statement> Answer,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Related)
    : Entry(Id, Question, Phrasings)
{
    /// <summary>
    /// Whether sentences of the answer are withheld, because the article no longer has the words they rest on.
    /// </summary>
    public bool IsShortened { get; init; }

    /// <summary>
    /// What the answer rests on instead of the article, if a server's moderators answer the question themselves; its
    /// sentences have no evidence then. Null for a question that the article answers.
    /// </summary>
    public ServerSource? Source { get; init; }

    /// <summary>The answer as one text.</summary>
    public string AnswerText => string.Join(' ', Answer.Select(s => s.Text));

    /// <summary>
    /// The evidence of all sentences, each passage once, in the answer's order; empty for a server's own question.
    /// </summary>
    public IReadOnlyList<Passage> Evidence => [.. Answer.SelectMany(s => s.Evidence).Distinct()];
}
