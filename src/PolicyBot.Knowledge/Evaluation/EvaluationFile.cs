using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>
/// Reads evaluation questions. A file whose first character other than white space is <c>{</c> has a JSON object on
/// each line: <c>half</c>, <c>style</c>, <c>question</c>, and <c>ok</c>, the verbatim fragments of the article that
/// answer it (empty if the article does not). Any other file has half, right entries (joined by |, or - if the article
/// does not answer), style and question on each line, with tabs between; its lines that begin with # are comments.
/// Empty lines are skipped.
/// </summary>
public static class EvaluationFile
{
    /// <summary>The maximum number of errors that <see cref="FormatErrors"/> lists.</summary>
    public const int MaxListed = 10;

    /// <summary>Reads a file's text. Never throws, whatever the text contains.</summary>
    /// <param name="file">The file.</param>
    /// <param name="set">The set that is evaluated.</param>
    /// <param name="errors">All errors, by line; empty if there are none.</param>
    /// <returns>The valid questions, in order.</returns>
    public static IReadOnlyList<EvaluationQuestion> Read(
        KnowledgeFile file, KnowledgeSet set, out IReadOnlyList<Diagnostic> errors)
    {
        var found = new List<Diagnostic>();
        var questions = new List<EvaluationQuestion>();
        var absent = new AbsentNameFinder(set);
        var text = file.Text.TrimStart('\uFEFF');
        var isJson = text.AsSpan().TrimStart() is ['{', ..];
        IQuestionLineReader reader = isJson ? new JsonLineReader(set) : new TabLineReader(set);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var errorCount = found.Count;
            if (reader.IsSkipped(line)) continue;
            var question = reader.Read(line.TrimEnd('\r'), (entry, problem, fix) =>
                found.Add(new Diagnostic(file.Path, number, entry, problem, fix)));
            if (question is not null && found.Count == errorCount)
                questions.Add(question with { HasAbsentName = absent.Occurs(question.Question) });
        }

        if (questions.Count == 0 && found.Count == 0)
            found.Add(new Diagnostic(file.Path, 1, null, "The file has no questions.", "Add at least one line."));
        errors = found;
        return questions;
    }

    /// <summary>
    /// Formats the first <see cref="MaxListed"/> errors, one per line, then the number of further ones.
    /// </summary>
    public static IEnumerable<string> FormatErrors(IReadOnlyList<Diagnostic> errors)
    {
        foreach (var error in errors.Take(MaxListed)) yield return error.ToString();
        if (errors.Count > MaxListed) yield return $"and {errors.Count - MaxListed} more";
    }

    /// <summary>Finds the half by its name in a file, or null.</summary>
    internal static EvaluationHalf? FindHalf(string word) => word switch
    {
        "tuning" => EvaluationHalf.Tuning,
        "held" => EvaluationHalf.Held,
        _ => null,
    };
}
