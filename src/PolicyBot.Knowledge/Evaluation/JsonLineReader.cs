using System.Text.Json;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>
/// Reads lines that are JSON objects: <c>half</c>, <c>style</c>, <c>question</c> and <c>ok</c>. Other keys are ignored.
/// </summary>
internal sealed class JsonLineReader(KnowledgeSet set) : IQuestionLineReader
{
    private const string Form = "Write an object with half, style, question and ok on the line.";

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    private readonly FragmentFinder _fragments = new(set.Article);

    public bool IsSkipped(string line) => string.IsNullOrWhiteSpace(line);

    public EvaluationQuestion? Read(string line, Action<string?, string, string> report)
    {
        try
        {
            using var document = JsonDocument.Parse(System.Text.Encoding.UTF8.GetBytes(line), Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return ReadObject(document.RootElement, report);
            report(null, $"The line is {Describe(document.RootElement)}, not a JSON object.", Form);
        }
        catch (JsonException e)
        {
            report(null, $"The line is not valid JSON at byte {e.BytePositionInLine.GetValueOrDefault() + 1}.", Form);
        }

        return null;
    }

    private static string? ReadText(JsonElement line, string key, string fix, Action<string?, string, string> report)
    {
        if (!line.TryGetProperty(key, out var value)) report(key, $"The key “{key}” is missing.", fix);
        else if (TryGetText(value) is not { } text)
            report(key, $"The value of “{key}” is {Describe(value)}, not text.", fix);
        else if (string.IsNullOrWhiteSpace(text)) report(key, $"The value of “{key}” is empty.", fix);
        else return text;
        return null;
    }

    // An escaped lone surrogate is valid JSON, but not valid text.
    private static string? TryGetText(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.String => "invalid text",
        _ => "null",
    };

    private EvaluationQuestion? ReadObject(JsonElement line, Action<string?, string, string> report)
    {
        var halfName = ReadText(line, "half", "Write tuning or held.", report);
        var half = halfName is null ? null : EvaluationFile.FindHalf(halfName);
        if (halfName is not null && half is null)
            report("half", $"The half {DiagnosticText.Quote(halfName)} is unknown.", "Write tuning or held.");
        var style = ReadText(line, "style", "Write how the question is asked, in one word.", report);
        var question = ReadText(line, "question", "Write the question.", report);
        var passages = ReadPassages(line, report);
        if (half is null || style is null || question is null || passages is null) return null;
        var right = set.Questions.Where(q =>
            q.Evidence.Any(e => passages.Any(p => PassageOverlap.IsEnough(e.Span, p.Span))));
        return new EvaluationQuestion(half.Value, style, question, passages, [.. right.Select(q => q.Id)]);
    }

    private List<Passage>? ReadPassages(JsonElement line, Action<string?, string, string> report)
    {
        const string Fix =
            "Write a list of verbatim fragments of the article; an empty one if the article doesn't answer.";
        if (!line.TryGetProperty("ok", out var fragments))
        {
            report("ok", "The key “ok” is missing.", Fix);
            return null;
        }

        if (fragments.ValueKind != JsonValueKind.Array)
        {
            var kind = fragments.ValueKind == JsonValueKind.String ? "text" : Describe(fragments);
            report("ok", $"The value of “ok” is {kind}, not a list.", Fix);
            return null;
        }

        var passages = new List<Passage>();
        foreach (var fragment in fragments.EnumerateArray())
        {
            if (TryGetText(fragment) is not { } text)
                report("ok", $"A fragment of “ok” is {Describe(fragment)}, not text.", Fix);
            else if (string.IsNullOrWhiteSpace(text)) report("ok", "A fragment of “ok” is empty.", Fix);
            else passages.AddRange(FindAll(text, report));
        }

        return passages;
    }

    private IReadOnlyList<Passage> FindAll(string fragment, Action<string?, string, string> report)
    {
        var places = _fragments.FindAll(fragment);
        if (places.Count == 0)
        {
            var nearest = DiagnosticText.Quote(_fragments.FindNearestSentence(fragment));
            report(
                "ok",
                $"The fragment {DiagnosticText.Quote(fragment)} is not in the article.",
                $"Copy it verbatim; the nearest sentence there is {nearest}.");
        }

        return places;
    }
}
