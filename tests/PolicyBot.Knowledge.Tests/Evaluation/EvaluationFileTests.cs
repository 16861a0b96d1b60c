using System.Globalization;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.Knowledge.Evaluation;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Evaluation;

public sealed class EvaluationFileTests
{
    private const string Valid =
        """{"half": "tuning", "style": "plain", "question": "How dear?", "ok": ["It cost 4 million dollars."]}""";

    private static readonly KnowledgeSet Set = Assert.IsType<ReadResult.Valid>(SampleSet.Read()).Set;

    [Fact]
    public void Read_TabSeparatedLines_ReturnsQuestions()
    {
        var questions = Read(
            "# a comment\n\ntuning\topening|cost\tplain\tWho opened it?\r\nheld\t-\tchatty\tand in paris?\n",
            out var errors);

        Assert.Empty(errors);
        Assert.Equal(["opening", "cost"], questions[0].Entries);
        Assert.Equal(Set.Questions.SelectMany(q => q.Evidence), questions[0].Passages);
        Assert.Equal((EvaluationHalf.Tuning, "plain", "Who opened it?"),
            (questions[0].Half, questions[0].Style, questions[0].Question));
        Assert.Equal((EvaluationHalf.Held, false, false),
            (questions[1].Half, questions[1].IsAnswerable, questions[1].IsCovered));
        Assert.Equal([false, true], questions.Select(q => q.HasAbsentName));
    }

    [Fact]
    public void Read_JsonLines_ReturnsQuestions()
    {
        var questions = Read(
            "\uFEFF\n  " + Valid + "\r\n\n"
                + """{"ok": [], "question": "Who is “Bo”?", "style": "offtopic", "half": "held", "note": 1}""",
            out var errors);

        Assert.Empty(errors);
        Assert.Equal((EvaluationHalf.Tuning, "plain", "How dear?"),
            (questions[0].Half, questions[0].Style, questions[0].Question));
        Assert.Equal(["cost"], questions[0].Entries);
        Assert.Equal("It cost 4 million dollars.", Assert.Single(questions[0].Passages).Text);
        Assert.Equal((EvaluationHalf.Held, "Who is “Bo”?", false),
            (questions[1].Half, questions[1].Question, questions[1].IsAnswerable));
    }

    [Theory]
    [InlineData("Mayor Rosa Diaz opened Eastgate Library on May 3.", "opening")]
    [InlineData("opened Eastgate", "opening")]
    [InlineData("te Library on May 3", "")]
    [InlineData("gate Library on May 3", "opening")]
    [InlineData("cost", "cost")]
    [InlineData("million\n  dollars", "cost")]
    [InlineData("Diaz", "opening")]
    [InlineData("The Hill Trust gave half of the money.", "")]
    public void Read_JsonFragment_FindsEntriesWithEnoughOverlap(string fragment,
        string entries)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(fragment);
        var line = $$"""{"half": "held", "style": "plain", "question": "?", "ok": [{{json}}]}""";

        var question = Assert.Single(Read(line, out _));

        Assert.True(question.IsAnswerable);
        Assert.Equal(entries, string.Join('|', question.Entries));
    }

    [Fact]
    public void Read_JsonFragmentWithRepeatedWords_UsesItsOwnPosition()
    {
        var set = Assert.IsType<ReadResult.Valid>(SampleSet.Read(
            SampleSet.With(SampleSet.Article, "gave half of the money.",
                "gave half of the money. It cost 4 million dollars less than the bridge."))).Set;
        var file = new KnowledgeFile(
            "q", """{"half": "held", "style": "plain", "question": "?", "ok": ["dollars less than the bridge"]}""");

        var question = Assert.Single(EvaluationFile.Read(file, set, out _));

        Assert.Empty(question.Entries);
    }

    [Theory]
    [InlineData("tuning\topening\tWho?", 1, "3 fields", "tab")]
    [InlineData("#\nmiddle\topening\tplain\tWho?", 2, "half “middle”", "tuning or held")]
    [InlineData("tuning\topenning\tplain\tWho?", 1, "“openning”", "id of an entry")]
    [InlineData("tuning\topening\t \tWho?", 1, "empty", "tab")]
    [InlineData("", 1, "no question", "at least one")]
    [InlineData("# nothing", 1, "no question", "at least one")]
    public void Read_TabSeparatedError_NamesLineProblemAndFix(string text, int line, string problem, string fix) =>
        AssertError(text, line, problem, fix);

    [Theory]
    [InlineData(
        """{"half": "middle", "style": "plain", "question": "Who?", "ok": []}""",
        "half “middle”", "tuning or held")]
    [InlineData("""{"style": "plain", "question": "Who?", "ok": []}""", "“half” is missing", "tuning or held")]
    [InlineData("""{"half": "held", "question": "Who?", "ok": []}""", "“style” is missing", "one word")]
    [InlineData("""{"half": "held", "style": "plain", "ok": []}""", "“question” is missing", "the question")]
    [InlineData("""{"half": "held", "style": "plain", "question": "Who?"}""", "“ok” is missing", "fragments")]
    [InlineData(
        """{"half": 1, "style": "plain", "question": "Who?", "ok": []}""",
        "“half” is a number", "tuning or held")]
    [InlineData("""{"half": "held", "style": null, "question": "Who?", "ok": []}""", "“style” is null", "one word")]
    [InlineData(
        """{"half": "held", "style": "plain", "question": ["Who?"], "ok": []}""",
        "“question” is a list", "the question")]
    [InlineData(
        """{"half": "held", "style": "plain", "question": " ", "ok": []}""",
        "“question” is empty", "the question")]
    [InlineData(
        """{"half": "held", "style": "plain", "question": "\ud800", "ok": []}""",
        "“question” is invalid text", "the question")]
    [InlineData("""{"half": "held", "style": "plain", "question": "Who?", "ok": "May 3"}""", "“ok” is text", "list")]
    [InlineData(
        """{"half": "held", "style": "plain", "question": "Who?", "ok": [true]}""",
        "fragment of “ok” is true or false", "list")]
    [InlineData(
        """{"half": "held", "style": "plain", "question": "Who?", "ok": [""]}""",
        "fragment of “ok” is empty", "list")]
    [InlineData(
        """{"half": "held", "style": "plain", "question": "Who?", "ok": ["It cost 5 million dollars."]}""",
        "“It cost 5 million dollars.” is not in the article", "“It cost 4 million dollars.”")]
    [InlineData(
        """{"half": "held", "half": "held", "style": "plain", "question": "Who?", "ok": []}""",
        "not valid JSON", "object")]
    [InlineData("""{"half": "held" """, "not valid JSON at byte 17", "object")]
    [InlineData("[]", "a list, not a JSON object", "object")]
    [InlineData("tuning\topening\tplain\tWho?", "not valid JSON", "object")]
    public void Read_JsonError_NamesLineProblemAndFix(string line, string problem, string fix) =>
        AssertError($"{Valid}\n{line}\n", 2, problem, fix);

    [Fact]
    public void Read_LoneSurrogateInTheFile_DoesNotThrow()
    {
        Read("{\"half\ud800", out var errors);

        Assert.Single(errors);
    }

    [Theory]
    [InlineData(10, 10, null)]
    [InlineData(11, 11, "and 1 more")]
    [InlineData(300, 11, "and 290 more")]
    public void Format_Errors_ListsTenAndCountsTheRest(int count, int lines, string? last)
    {
        Read(string.Join('\n', Enumerable.Repeat("{}x", count)), out var errors);

        var formatted = EvaluationFile.FormatErrors(errors).ToList();

        Assert.Equal(count, errors.Count);
        Assert.Equal(lines, formatted.Count);
        Assert.StartsWith("questions:1: The line is not valid JSON", formatted[0], StringComparison.Ordinal);
        if (last is not null) Assert.Equal(last, formatted[^1]);
        else Assert.StartsWith($"questions:{count.ToString(CultureInfo.InvariantCulture)}:", formatted[^1],
            StringComparison.Ordinal);
    }

    private static void AssertError(string text, int line, string problem, string fix)
    {
        Read(text, out var errors);

        var error = Assert.Single(errors);
        Assert.Equal(("questions", line), (error.File, error.Line));
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.Contains(fix, error.Fix, StringComparison.Ordinal);
    }

    private static IReadOnlyList<EvaluationQuestion> Read(string text, out IReadOnlyList<Diagnostic> errors) =>
        EvaluationFile.Read(new KnowledgeFile("questions", text), Set, out errors);
}
