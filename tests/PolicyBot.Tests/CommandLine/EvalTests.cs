using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

public sealed class EvalTests
{
    private const string Article = "---\ntitle: Cats\n---\n\nCats\n\nCats sleep a lot. They purr.\n";

    private const string Knowledge = """
        summary:
          line: {text: Cats sleep a lot., evidence: Cats sleep a lot.}
          short: [{text: Cats sleep a lot., evidence: Cats sleep a lot.}]
          points: [{text: Cats purr., evidence: They purr.}]
        absent:
          - kind: city
            names: [Berlin]
        questions:
          - id: sleep
            question: Do cats sleep?
            answer: [{text: They sleep a lot., evidence: Cats sleep a lot.}]
            topics: [sleep]
            phrasings: |
              are cats sleepy
              rest of felines
              dozing pets
        """;

    private const string Absent =
        """{"half": "tuning", "style": "adversarial", "question": "What is the weather in Berlin?", "ok": []}""";

    // The article answers it, and the name that the set lists as absent makes the bot deny it.
    private const string Denied =
        """{"half": "tuning", "style": "plain", "question": "Do the cats purr in Berlin?", "ok": ["They  purr."]}""";

    [Fact]
    public async Task Eval_JsonLinesOfTheTuningHalf_PrintsRowsAndConfusions()
    {
        var run = await EvalAsync(Absent + "\n" + Denied + "\n");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("questions: 2, 1 that the article doesn't answer, 0 that an entry answers", run.OutLines[0]);
        AssertRow(run, "answered correctly", "–    0.0 to 100.0         0 of 0");
        AssertRow(run, "answered wrongly", "0.0    0.0 to 65.8          0 of 2");
        AssertRow(run, "unanswerable, not answered", "100.0   20.7 to 100.0         1 of 1");
        AssertRow(run, "“not in article” said (absent name)", "100.0   20.7 to 100.0         1 of 1");
        AssertRow(run, "false refusals", "100.0   20.7 to 100.0         1 of 1");
        Assert.Contains("with confidence 0.9 or more: 0 of 0 answers, 0 of them right", run.OutLines);
        Assert.Equal(
            [
                "false refusals (right → given: question)",
                "no entry → not in the article: Do the cats purr in Berlin?",
            ],
            run.OutLines.TakeLast(2));
    }

    [Fact]
    public async Task Eval_TabSeparatedLines_PrintsTheSameRowsInAlignedColumns()
    {
        var run = await EvalAsync(
            "# half, entries, style, question\ntuning\t-\tplain\tWhat is the weather in Berlin?\n");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var rows = run.OutLines.SkipWhile(l => !l.EndsWith("count", StringComparison.Ordinal))
            .TakeWhile(l => l.Length > 0).ToList();
        Assert.Equal(13, rows.Count);
        Assert.Single(rows.Select(r => r.Length).Distinct());
    }

    [Fact]
    public async Task Eval_HeldHalf_PrintsNoQuestion()
    {
        var run = await EvalAsync(Denied.Replace("tuning", "held", StringComparison.Ordinal) + "\n" + Absent, "--half",
            "held");

        Assert.Equal(0, run.ExitCode);
        AssertRow(run, "false refusals", "100.0   20.7 to 100.0         1 of 1");
        Assert.DoesNotContain("Berlin", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_FileWithBothHalves_PrintsNoQuestion()
    {
        var run = await EvalAsync(Denied + "\n" + Absent.Replace("tuning", "held", StringComparison.Ordinal));

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("Berlin", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_HalfThatTheFileLacks_SaysSo()
    {
        var run = await EvalAsync(Absent, "--half", "held");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.EndsWith("The file has no question of the held half. Remove --half, or choose another file.",
            Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_FileWithErrors_ListsTenAndCountsTheRest()
    {
        var wrong = Absent.Replace("[]", "[\"Cats sleep a bit.\"]", StringComparison.Ordinal);

        var run = await EvalAsync(string.Join('\n', Enumerable.Repeat(wrong, 12)));

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Equal(11, run.ErrorLines.Count);
        Assert.EndsWith(
            "questions:1: ok: The fragment “Cats sleep a bit.” is not in the article. "
                + "Copy it verbatim; the nearest sentence there is “Cats sleep a lot.”.",
            run.ErrorLines[0],
            StringComparison.Ordinal);
        Assert.Equal("and 2 more", run.ErrorLines[^1]);
    }

    [Fact]
    public async Task Eval_MissingFile_SaysSo()
    {
        var run = await Run.WithAsync("eval", Path.Combine("nowhere", "questions.jsonl"));

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("can't be read", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static void AssertRow(Run run, string name, string values)
    {
        var row = Assert.Single(run.OutLines, l => l.StartsWith(name + "  ", StringComparison.Ordinal));
        Assert.Equal(values, row[name.Length..].Trim());
    }

    private static async Task<Run> EvalAsync(string questions, params string[] options)
    {
        using var folder = new TemporaryFolder();
        folder.Write(Path.Combine("mine", "article.md"), Article);
        folder.Write(Path.Combine("mine", "knowledge.yaml"), Knowledge);
        folder.Write("questions", questions);
        var file = Path.Combine(folder.FullName, "questions");
        return await Run.WithAsync(["--article", Path.Combine(folder.FullName, "mine"), "eval", file, .. options]);
    }
}
