using System.Text.Json.Serialization;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using Outcomes = PolicyBot.Knowledge.Answering.Answer;

namespace PolicyBot.JsonOutput;

/// <summary>An answer as <c>ask --json</c> prints it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Article">The name of the article that the answer is from.</param>
/// <param name="Outcome">answered, ambiguous, not_in_article, no_prepared_answer, small_talk or not_understood.</param>
/// <param name="Confidence">0 to 1, to four places.</param>
/// <param name="Entry">The entry that answers, or null.</param>
/// <param name="Answer">The answer's text, or null.</param>
/// <param name="Evidence">The passages that support the answer.</param>
/// <param name="Suggestions">The entries that are offered as buttons, best first.</param>
/// <param name="Nearest">The passages that are shown as the closest.</param>
/// <param name="Closest">The entry that is shown as the closest, or null.</param>
internal sealed record AnswerJson(
    string Question,
    string Article,
    string Outcome,
    double Confidence,
    string? Entry,
    string? Answer,
    IReadOnlyList<PassageJson> Evidence,
    IReadOnlyList<SuggestionJson> Suggestions,
    IReadOnlyList<PassageJson> Nearest,
    ClosestJson? Closest)
{
    /// <summary>
    /// The answer to each question of the line, also if there is only one; null in such a part itself, where it is
    /// not written.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AnswerJson>? Parts { get; init; }

    /// <summary>
    /// The line for a message: the fields of its first answer, the message as the question, and every answer as a
    /// part.
    /// </summary>
    public static AnswerJson From(string message, MessageAnswers answers)
    {
        var parts = answers.Answers.Select(From).ToList();
        return parts[0] with { Question = message, Parts = parts };
    }

    private static AnswerJson From(ArticleAnswer part)
    {
        var answer = part.Answer;
        var entry = (answer as Outcomes.Answered)?.Entry;
        var closest = (answer as Outcomes.NoPreparedAnswer)?.Closest;
        return new AnswerJson(
            answer.Question,
            part.Article.Set.Name,
            FormatOutcome(answer),
            Round(answer.Confidence),
            entry?.Id,
            entry?.AnswerText,
            [.. (entry?.Evidence ?? []).Select(PassageJson.From)],
            [.. answer.Suggestions.Select(
                s => new SuggestionJson(s.Entry.Id, s.Entry.Question, Round(s.Confidence)))],
            [.. answer.Passages.Select(PassageJson.From)],
            closest is null ? null : ClosestJson.From(closest));
    }

    private static string FormatOutcome(Outcomes answer) => answer switch
    {
        Outcomes.Answered => "answered",
        Outcomes.Ambiguous => "ambiguous",
        Outcomes.NotInArticle => "not_in_article",
        Outcomes.NoPreparedAnswer => "no_prepared_answer",
        Outcomes.SmallTalk => "small_talk",
        Outcomes.NotUnderstood => "not_understood",
        _ => throw new InvalidOperationException($"Unknown kind of answer: {answer.GetType().Name}."),
    };

    private static double Round(double confidence) => Math.Round(confidence, 4);
}
