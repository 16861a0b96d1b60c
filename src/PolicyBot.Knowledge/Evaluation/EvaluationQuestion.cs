using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>A question whose right outcome is known.</summary>
/// <param name="Half">The half it belongs to.</param>
/// <param name="Style">The style in one word: plain, chatty, misspelt, offtopic, …</param>
/// <param name="Question">The question.</param>
/// <param name="Passages">The passages that answer it; empty if the article does not answer it.</param>
/// <param name="Entries">The ids of the entries that answer it; may be empty.</param>
public sealed record EvaluationQuestion(
    EvaluationHalf Half, string Style, string Question, IReadOnlyList<Passage> Passages, IReadOnlyList<string> Entries)
{
    /// <summary>The style of questions unrelated to the article.</summary>
    public const string OffTopic = "offtopic";

    /// <summary>Whether the article answers it.</summary>
    public bool IsAnswerable => Passages.Count > 0;

    /// <summary>Whether an entry of the set answers it.</summary>
    public bool IsCovered => Entries.Count > 0;

    /// <summary>Whether it contains a name that the set lists as absent, in the same spelling.</summary>
    public bool HasAbsentName { get; init; }

    /// <summary>Whether an entry answers the question.</summary>
    public bool IsRight(QuestionEntry entry) => Entries.Contains(entry.Id);

    /// <summary>Whether a suggested entry answers the question.</summary>
    public bool IsRight(Suggestion suggestion) => IsRight(suggestion.Entry);

    /// <summary>Whether a passage overlaps one that answers the question.</summary>
    public bool IsRight(Passage passage) => Passages.Any(p => PassageOverlap.IsEnough(p.Span, passage.Span));
}
