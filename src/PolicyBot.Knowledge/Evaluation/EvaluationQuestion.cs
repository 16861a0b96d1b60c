using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>A question whose right outcome is known.</summary>
/// <param name="Half">The half it was drawn into.</param>
/// <param name="Style">How it is asked, in one word: plain, chatty, misspelt, offtopic, …</param>
/// <param name="Question">The question.</param>
/// <param name="Passages">The pieces of the article that answer it; empty if the article does not.</param>
/// <param name="Entries">Ids of the set's entries that answer it; empty if none does.</param>
public sealed record EvaluationQuestion(
    EvaluationHalf Half, string Style, string Question, IReadOnlyList<Passage> Passages, IReadOnlyList<string> Entries)
{
    /// <summary>The style of questions that have nothing to do with the article.</summary>
    public const string OffTopic = "offtopic";

    /// <summary>Whether the article answers it.</summary>
    public bool IsAnswerable => Passages.Count > 0;

    /// <summary>Whether an entry of the set answers it.</summary>
    public bool IsCovered => Entries.Count > 0;

    /// <summary>Whether it uses a name that the set lists as absent from the article, as it is spelled there.</summary>
    public bool HasAbsentName { get; init; }

    /// <summary>Whether an entry answers the question.</summary>
    public bool IsRight(QuestionEntry entry) => Entries.Contains(entry.Id);

    /// <summary>Whether an offered entry answers the question.</summary>
    public bool IsRight(Suggestion suggestion) => IsRight(suggestion.Entry);

    /// <summary>Whether a piece of the article overlaps one that answers the question.</summary>
    public bool IsRight(Passage passage) => Passages.Any(p => PassageOverlap.IsEnough(p.Span, passage.Span));
}
