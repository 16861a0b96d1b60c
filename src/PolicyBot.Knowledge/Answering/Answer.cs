using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>What came of a question. Closed: one of the four records within.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>The question as it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>How sure the bot is of the outcome, 0 to 1: of an answer or an offer, that the best entry is right; of a refusal, that none is.</summary>
    public required double Confidence { get; init; }

    /// <summary>The other near entries that the article answers, best first, at most five; for <see cref="Answered"/> the runner-up is the first.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>How the outcome came about; worked out anew at each reading.</summary>
    public Explanation Explanation
    {
        get => field ?? Explainer?.Explain(this) ?? Explanation.None;
        init;
    }

    /// <summary>The near entries that the article answers, surest first, whatever the outcome.</summary>
    public IReadOnlyList<Suggestion> Candidates() => this switch
    {
        Answered answered => [new Suggestion(answered.Entry, Confidence), .. Suggestions],
        Ambiguous ambiguous => [.. ambiguous.Choices, .. Suggestions],
        _ => Suggestions,
    };

    /// <summary>Who can say how the outcome came about.</summary>
    internal Answerer? Explainer { get; init; }

    /// <summary>The article answers it.</summary>
    /// <param name="Entry">The entry, with its sentences and their evidence.</param>
    public sealed record Answered(QuestionEntry Entry) : Answer;

    /// <summary>The best entry is not sure enough to be given; the reader chooses between the nearest two or three.</summary>
    /// <param name="Choices">Two or three entries, best first.</param>
    public sealed record Ambiguous(IReadOnlyList<Suggestion> Choices) : Answer;

    /// <summary>The article does not say.</summary>
    /// <param name="Reason">Why the bot thinks so, in words for the reader.</param>
    /// <param name="Nearest">What the article says that comes nearest, verbatim; at least one passage.</param>
    public sealed record NotInArticle(string Reason, IReadOnlyList<Passage> Nearest) : Answer;

    /// <summary>Nothing is near enough to be sure what was asked.</summary>
    /// <param name="Reason">Why, in words for the reader.</param>
    /// <param name="Examples">What the bot can be asked, at least one.</param>
    public sealed record NotUnderstood(string Reason, IReadOnlyList<QuestionEntry> Examples) : Answer
    {
        /// <summary>Whether it says anything that could be asked, as a greeting does not.</summary>
        public bool IsQuestion { get; init; } = true;
    }
}
