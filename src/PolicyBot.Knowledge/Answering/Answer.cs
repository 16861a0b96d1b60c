using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>The outcome of a question: one of the six nested records.</summary>
public abstract record Answer
{
    /// <summary>The maximum number of suggested questions, and of passages shown.</summary>
    public const int MaxSuggestions = 3, MaxPassages = 2;

    private Answer()
    {
    }

    /// <summary>The question as it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>
    /// The confidence in the outcome, 0 to 1: for an answer or a choice, that the best entry is right; otherwise, that
    /// no entry is.
    /// </summary>
    public required double Confidence { get; init; }

    /// <summary>The suggested questions, best first, at most <see cref="MaxSuggestions"/>.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>The closest sentences of the article, verbatim, at most <see cref="MaxPassages"/>.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>The closest answerable entries, best first, whether shown or not.</summary>
    public IReadOnlyList<Suggestion> Candidates { get; init; } = [];

    /// <summary>Explains the outcome; computed on each read.</summary>
    public Explanation Explanation
    {
        get => field ?? Explain() ?? Explanation.None;
        init;
    }

    /// <summary>The answerer that can explain the outcome.</summary>
    internal WeakReference<Answerer>? Explainer { get; init; }

    private Explanation? Explain() =>
        Explainer is { } explainer && explainer.TryGetTarget(out var answerer) ? answerer.Explain(this) : null;

    /// <summary>The article answers it.</summary>
    /// <param name="Entry">The entry, with its sentences and their evidence.</param>
    public sealed record Answered(QuestionEntry Entry) : Answer;

    /// <summary>Two or three entries are equally close; the reader chooses from <see cref="Suggestions"/>.</summary>
    public sealed record Ambiguous : Answer;

    /// <summary>The article provably does not answer it.</summary>
    /// <param name="Absence">The proof.</param>
    public sealed record NotInArticle(Absence Absence) : Answer;

    /// <summary>No prepared answer fits; the article may still answer it.</summary>
    /// <param name="Closest">
    /// The clearly closest question, to be shown with its answer and marked as such, or null.
    /// </param>
    public sealed record NoPreparedAnswer(QuestionEntry? Closest) : Answer
    {
        /// <summary>The question that is withheld because that part of the article has changed, or null.</summary>
        public WithheldEntry? Withheld { get; init; }
    }

    /// <summary>A greeting, thanks or a question about the bot itself; not counted as a question.</summary>
    /// <param name="Kind">The kind.</param>
    public sealed record SmallTalk(SmallTalkKind Kind) : Answer;

    /// <summary>The message contains no question that the bot understands.</summary>
    /// <param name="Reason">The reason.</param>
    public sealed record NotUnderstood(NotUnderstoodReason Reason) : Answer;
}
