using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>A question with its outcome.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The outcome.</param>
public sealed record EvaluationOutcome(EvaluationQuestion Question, Answer Answer)
{
    /// <summary>Whether a right entry was the answer.</summary>
    public bool IsAnsweredCorrectly => Answer is Answer.Answered answered && Question.IsRight(answered.Entry);

    /// <summary>Whether a wrong entry was the answer.</summary>
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

    /// <summary>Whether a right answer is shown or suggested.</summary>
    public bool ShowsOrOffersRightAnswer => ShowsRightAnswer || Answer.Suggestions.Any(Question.IsRight);

    /// <summary>Whether one of the closest passages is right.</summary>
    public bool ShowsRightPassage => Answer.Passages.Any(Question.IsRight);

    /// <summary>Whether the reader can reach a right answer, or sees a right passage or right evidence.</summary>
    public bool IsHelped =>
        ShowsOrOffersRightAnswer || ShowsRightPassage || (ShownEntry?.Evidence ?? []).Any(Question.IsRight);

    /// <summary>Whether the bot said that the article does not answer.</summary>
    public bool IsNotInArticle => Answer is Answer.NotInArticle;

    /// <summary>Whether the bot wrongly said that the article does not answer.</summary>
    public bool IsFalseRefusal => IsNotInArticle && Question.IsAnswerable;

    /// <summary>Whether the reader was offered a choice.</summary>
    public bool IsChoice => Answer is Answer.Ambiguous;

    /// <summary>Whether a choice, or the closest question with its answer, was shown.</summary>
    public bool ShowsClosestOrChoice => IsChoice || Answer is Answer.NoPreparedAnswer { Closest: not null };
}
