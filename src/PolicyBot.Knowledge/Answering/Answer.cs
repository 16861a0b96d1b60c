using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>The outcome of a question. Closed: one of the six records inside.</summary>
public abstract record Answer
{
    /// <summary>The most questions that are offered as buttons, and the most passages that are shown.</summary>
    public const int MaxSuggestions = 3, MaxPassages = 2;

    private Answer()
    {
    }

    /// <summary>The question as it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>
    /// How sure the bot is of the outcome, 0 to 1: for an answer or a choice, that the best entry is right; for the
    /// others, that no entry is.
    /// </summary>
    public required double Confidence { get; init; }

    /// <summary>The questions offered as buttons, best first, at most <see cref="MaxSuggestions"/>.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>
    /// The sentences of the article that are shown as the closest, verbatim, at most <see cref="MaxPassages"/>.
    /// </summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>The closest entries that the article answers, best first, whether they are shown or not.</summary>
    public IReadOnlyList<Suggestion> Candidates { get; init; } = [];

    /// <summary>How the outcome came about; computed anew at each reading.</summary>
    public Explanation Explanation
    {
        get => field ?? Explainer?.Explain(this) ?? Explanation.None;
        init;
    }

    /// <summary>Who can explain the outcome.</summary>
    internal Answerer? Explainer { get; init; }

    /// <summary>The article answers it.</summary>
    /// <param name="Entry">The entry, with its sentences and their evidence.</param>
    public sealed record Answered(QuestionEntry Entry) : Answer;

    /// <summary>Two or three entries are equally close; the reader chooses from <see cref="Suggestions"/>.</summary>
    public sealed record Ambiguous : Answer;

    /// <summary>The article provably does not say.</summary>
    /// <param name="Absence">The proof.</param>
    public sealed record NotInArticle(Absence Absence) : Answer;

    /// <summary>No prepared answer fits; the article may still say it.</summary>
    /// <param name="Closest">
    /// The question that clearly comes closest, to be shown with its answer and marked as such, or null.
    /// </param>
    public sealed record NoPreparedAnswer(QuestionEntry? Closest) : Answer;

    /// <summary>A greeting, thanks or a question about the bot itself; not counted as a question.</summary>
    /// <param name="Kind">Which of these.</param>
    public sealed record SmallTalk(SmallTalkKind Kind) : Answer;

    /// <summary>No question could be made out.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record NotUnderstood(NotUnderstoodReason Reason) : Answer;
}
