using PolicyBot.Knowledge.Curation;

namespace PolicyBot.JsonOutput;

/// <summary>The question that comes closest to one without a prepared answer, with its answer.</summary>
/// <param name="Entry">The entry's id.</param>
/// <param name="Question">Its question.</param>
/// <param name="Answer">Its answer.</param>
/// <param name="Evidence">The passages that support it.</param>
internal sealed record ClosestJson(string Entry, string Question, string Answer, IReadOnlyList<PassageJson> Evidence)
{
    public static ClosestJson From(QuestionEntry entry) =>
        new(entry.Id, entry.Question, entry.AnswerText, [.. entry.Evidence.Select(PassageJson.From)]);
}
