using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Commands;

/// <summary>What members read when they ask why.</summary>
internal static class ExplanationTexts
{
    public const string Title = "Why I said that";
    public const string TitleOfSeveral = "Why I gave these answers";
    public const string NothingYet =
        "I haven't answered anything here yet. Ask me something first, or give /why a question.";

    public const string Closest = "Closest question";
    public const string ClosestUnanswered = "Closest question, which the article doesn't answer";
    public const string Phrasing = "The phrasing closest to yours";
    public const string Confidence = "Confidence";
    public const string SecondClosest = "Second-closest question";
    public const string UnknownWords = "Words that neither the article nor its questions use";
    public const string Corrections = "Words I corrected";

    public const string Raised = "What raised my confidence";
    public const string Lowered = "What lowered my confidence";

    public static string GetOutcome(Answer answer) => answer switch
    {
        Answer.Answered => "I was sure enough to answer.",
        Answer.Ambiguous => "Several questions were almost equally close, so I let you choose.",
        Answer.NotInArticle(var absence) => GetProof(absence),
        Answer.NoPreparedAnswer(null) => "No prepared question was close enough, so I showed what the article says.",
        Answer.NoPreparedAnswer => "I wasn't sure enough to answer, so I showed the closest question.",
        Answer.SmallTalk => "I read that as small talk, not as a question.",
        Answer.NotUnderstood(var reason) => GetProblem(reason),
        _ => throw new InvalidOperationException($"Unknown kind of answer: {answer.GetType().Name}."),
    };

    private static string GetProof(Absence absence) => absence switch
    {
        Absence.ListedQuestion => "The curator listed it as a question that the article doesn't answer.",
        Absence.ListedName(var name) =>
            $"It's about {name}, which the curator listed as a name that the article doesn't mention.",
        Absence.UnknownName => "It's about a name that the article doesn't use.",
        Absence.UnknownNumber => "It's about a number that the article doesn't use.",
        _ => throw new InvalidOperationException($"Unknown kind of absence: {absence.GetType().Name}."),
    };

    private static string GetProblem(NotUnderstoodReason reason) => reason switch
    {
        NotUnderstoodReason.NoWords => "It had no words that I could look up.",
        NotUnderstoodReason.TooLong => "It was too long for me to read.",
        NotUnderstoodReason.UnknownWords => "I knew none of its words.",
        NotUnderstoodReason.OtherLanguage => "It was in a language that I can't read.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}
