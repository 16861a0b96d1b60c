using Outcomes = PolicyBot.Knowledge.Answering.Answer;

namespace PolicyBot.Lines;

/// <summary>An answer as <c>ask --json</c> prints it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Outcome">answered, ambiguous, not_in_article or not_understood.</param>
/// <param name="Confidence">0 to 1, to four places.</param>
/// <param name="Entry">The entry that answers, or null where none does.</param>
/// <param name="Answer">The answer's text, or null likewise.</param>
/// <param name="Evidence">What the answer rests on.</param>
/// <param name="Suggestions">Other near entries, best first; those of an ambiguous question before the others.</param>
/// <param name="Nearest">What comes nearest in the article to what it does not say.</param>
internal sealed record AnswerLine(
    string Question,
    string Outcome,
    double Confidence,
    string? Entry,
    string? Answer,
    IReadOnlyList<PassageLine> Evidence,
    IReadOnlyList<SuggestionLine> Suggestions,
    IReadOnlyList<PassageLine> Nearest)
{
    public static AnswerLine Of(Outcomes answer)
    {
        var entry = (answer as Outcomes.Answered)?.Entry;
        var choices = answer is Outcomes.Ambiguous ambiguous ? ambiguous.Choices : [];
        var suggestions = choices.Concat(answer.Suggestions).Where(s => s.Entry.Id != entry?.Id).DistinctBy(s => s.Entry.Id);
        return new AnswerLine(
            answer.Question,
            OutcomeOf(answer),
            Rounded(answer.Confidence),
            entry?.Id,
            entry?.AnswerText,
            [.. (entry?.Evidence ?? []).Select(PassageLine.Of)],
            [.. suggestions.Select(s => new SuggestionLine(s.Entry.Id, s.Entry.Question, Rounded(s.Confidence)))],
            [.. (answer is Outcomes.NotInArticle absent ? absent.Nearest : []).Select(PassageLine.Of)]);
    }

    private static string OutcomeOf(Outcomes answer) => answer switch
    {
        Outcomes.Answered => "answered",
        Outcomes.Ambiguous => "ambiguous",
        Outcomes.NotInArticle => "not_in_article",
        Outcomes.NotUnderstood => "not_understood",
        _ => throw new InvalidOperationException($"An answer of an unknown kind: {answer.GetType().Name}."),
    };

    private static double Rounded(double confidence) => Math.Round(confidence, 4);
}
