using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>What came of a question. Closed: one of the four records within.</summary>
public abstract record Answer
{
    private Explanation? explanation;

    private Answer()
    {
    }

    /// <summary>The question as it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>How likely the outcome's best entry is the one that was asked for, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The other near entries that the article answers, best first, at most five; for <see cref="Answered"/> the runner-up is the first.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>How the outcome came about; worked out when first read.</summary>
    public Explanation Explanation
    {
        get => explanation ??= Explainer?.Explain(Question) ?? new Explanation(null, null, null, 0, [], [], []);
        init => explanation = value;
    }

    /// <summary>Who can say how the outcome came about.</summary>
    internal Answerer? Explainer { get; init; }

    /// <summary>The article answers it.</summary>
    /// <param name="Entry">The entry, with its sentences and their evidence.</param>
    public sealed record Answered(QuestionEntry Entry) : Answer;

    /// <summary>Two or three entries are close; the reader chooses.</summary>
    /// <param name="Choices">Two or three entries, best first.</param>
    public sealed record Ambiguous(IReadOnlyList<Suggestion> Choices) : Answer;

    /// <summary>The article does not say.</summary>
    /// <param name="Reason">Why the bot thinks so, in words for the reader.</param>
    /// <param name="Nearest">What the article says that comes nearest, verbatim; at least one passage.</param>
    public sealed record NotInArticle(string Reason, IReadOnlyList<Passage> Nearest) : Answer;

    /// <summary>Nothing is near enough to be sure what was asked.</summary>
    /// <param name="Reason">Why, in words for the reader.</param>
    /// <param name="Examples">What the bot can be asked, at least one.</param>
    public sealed record NotUnderstood(string Reason, IReadOnlyList<QuestionEntry> Examples) : Answer;
}
