using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>A question with its outcome.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The outcome.</param>
public sealed record EvaluationOutcome(EvaluationQuestion Question, Answer Answer)
{
    /// <summary>Whether a right entry was given as the answer.</summary>
    public bool IsAnsweredCorrectly => Answer is Answer.Answered answered && Question.IsRight(answered.Entry);

    /// <summary>Whether a wrong entry was given as the answer.</summary>
    public bool IsAnsweredWrongly => Answer is Answer.Answered && !IsAnsweredCorrectly;

    /// <summary>The entry whose answer is shown, as the answer or as the closest, or null.</summary>
    public QuestionEntry? ShownEntry => Answer switch
    {
        Answer.Answered answered => answered.Entry,
        Answer.NoPreparedAnswer { Closest: { } closest } => closest,
        _ => null,
    };

    /// <summary>Whether a right answer is shown, as the answer or as the closest.</summary>
    public bool ShowsRightAnswer => ShownEntry is { } entry && Question.IsRight(entry);

    /// <summary>Whether a right answer is shown, or is one of the questions offered.</summary>
    public bool ShowsOrOffersRightAnswer => ShowsRightAnswer || Answer.Suggestions.Any(Question.IsRight);

    /// <summary>Whether one of the passages shown as the closest is right.</summary>
    public bool ShowsRightPassage => Answer.Passages.Any(Question.IsRight);

    /// <summary>Whether the reader gets to a right answer, or sees a right passage or right evidence.</summary>
    public bool IsHelped =>
        ShowsOrOffersRightAnswer || ShowsRightPassage || (ShownEntry?.Evidence ?? []).Any(Question.IsRight);

    /// <summary>Whether the reader was told that the article does not say.</summary>
    public bool IsNotInArticle => Answer is Answer.NotInArticle;

    /// <summary>Whether the reader was told that the article does not say what it says.</summary>
    public bool IsUntrueRefusal => IsNotInArticle && Question.IsAnswerable;

    /// <summary>Whether entries were offered to choose from.</summary>
    public bool IsChoice => Answer is Answer.Ambiguous;

    /// <summary>Whether a choice, or a closest question with its answer, was shown.</summary>
    public bool ShowsClosestOrChoice => IsChoice || Answer is Answer.NoPreparedAnswer { Closest: not null };
}
