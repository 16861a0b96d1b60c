using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>A question with what came of it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The outcome.</param>
public sealed record EvaluationOutcome(EvaluationQuestion Question, Answer Answer)
{
    /// <summary>Whether the article answers the question.</summary>
    public bool IsAnswerable => Question.Entries.Count > 0;

    /// <summary>Whether a right entry was given as the answer.</summary>
    public bool IsRight => Answer is Answer.Answered answered && Question.Entries.Contains(answered.Entry.Id);

    /// <summary>Whether another entry was given as the answer.</summary>
    public bool IsWrong => Answer is Answer.Answered && !IsRight;

    /// <summary>Whether entries were offered to choose from.</summary>
    public bool IsOffer => Answer is Answer.Ambiguous;

    /// <summary>Whether a right entry was among those offered.</summary>
    public bool OffersRight => Answer is Answer.Ambiguous ambiguous && ambiguous.Choices.Any(c => Question.Entries.Contains(c.Entry.Id));

    /// <summary>Whether nothing was answered or offered.</summary>
    public bool IsRefusal => Answer is Answer.NotInArticle or Answer.NotUnderstood;
}
