using PolicyBot.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.Tests.CommandLine;

/// <summary>Articles that have changed: what their sets still say, and what a curator sees.</summary>
public sealed class VersionsTests
{
    private const string Old = "versions/2026-03-01/article.md";

    // The cost is gone, and the opening has moved.
    private static readonly string Changed = SampleSet.With(
        SampleSet.With(SampleSet.Article, " It cost 4 million dollars.", " It was expensive."),
        "Mayor Opens Library\n\nMayor",
        "Mayor Opens Library\n\nThe town has a library.\n\nMayor");

    [Fact]
    public async Task Check_EvidenceOfAnEarlierVersion_IsListedAndNoError()
    {
        using var folder = CreateFolder((Old, SampleSet.Article));

        var run = await RunAsync(folder, "check");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        var line = SampleSet.FindLine(SampleSet.Knowledge, "- It cost 4 million dollars.");
        Assert.Contains(
            $"{Path.Combine("library", "knowledge.yaml")}:{line}: changed: summary point 1: Only an earlier version of "
                + "the article has “It cost 4 million dollars.”, so what rests on it is withheld. Copy the article's "
                + "new words, or remove this evidence.",
            run.OutLines);
        Assert.EndsWith("Withheld because the article changed: 1.", run.OutLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_EvidenceOfNoVersion_IsAnError()
    {
        using var folder = CreateFolder((Old, Changed));

        var run = await RunAsync(folder, "check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            run.ErrorLines, l => l.Contains("“It cost 4 million dollars.” is not in the", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("versions/march/article.md", SampleSet.Article, "The folder's name isn't a date.")]
    [InlineData("versions/2026-3-1/article.md", SampleSet.Article, "The folder's name isn't a date.")]
    [InlineData("versions/2026-03-01.md", SampleSet.Article, "A version needs its own folder.")]
    [InlineData("versions/2026-03-01/other.md", SampleSet.Article, "The file is missing.")]
    [InlineData(Old, "no front matter", "The file has no front matter.")]
    public async Task Check_InvalidVersion_IsAnError(string path, string text, string problem)
    {
        using var folder = CreateFolder((path, text));

        var run = await RunAsync(folder, "check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            run.ErrorLines,
            l => l.Contains("versions", StringComparison.Ordinal) && l.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_AnswerOfAnEarlierVersion_SaysThatThePartChanged()
    {
        using var folder = CreateFolder((Old, SampleSet.Article));

        var run = await RunAsync(folder, "ask", "how much did the library cost?");

        Assert.Equal(
            "This part of the article has changed, so I no longer answer that.", run.OutLines[0]);
        Assert.Equal("What did the library cost?", run.OutLines[1]);
        Assert.DoesNotContain("4 million", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("Mayor Rosa Diaz opened it.", (await RunAsync(folder, "ask", "Who opened the library?"))
            .OutLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_AnswerWithOneSentenceOfAnEarlierVersion_SaysThatPartIsLeftOut()
    {
        using var folder = CreateFolder((Old, SampleSet.Article));
        folder.Write("library/knowledge.yaml", SampleSet.With(
            SampleSet.Knowledge,
            "evidence: “It is the town’s living room,” Diaz said.",
            "evidence: “It is the town’s living room,” Diaz said.\n"
                + "      - text: It cost 4 million dollars.\n        evidence: It cost 4 million dollars."));
        folder.Write("library/article.md", SampleSet.With(
            Changed, "title: Mayor Opens Library\n",
            "title: Mayor Opens Library\ncorrection: 2026-03-02 It cost less.\n"));

        var run = await RunAsync(folder, "ask", "Who opened the library?");

        Assert.Contains("I left out part of this answer, because the article has changed.", run.OutLines);
        Assert.Contains("Correction, 2 Mar 2026: It cost less.", run.OutLines);
        Assert.DoesNotContain("4 million", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export", "set.csv")]
    [InlineData("export", "set.xlsx")]
    [InlineData("import", "faq.csv", "--force")]
    public async Task Exchange_SetWithWithheldParts_IsRefusedAndLosesNothing(params string[] args)
    {
        using var folder = CreateFolder((Old, SampleSet.Article));
        folder.Write("faq.csv", "question,answer\nWho opened it?,Rosa Diaz did.\n");

        var run = await RunAsync(folder, args);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(
            "policybot: library has answers that rest on an earlier version of the article and would be lost. Correct "
            + "what check lists as “changed:”, then ",
            Assert.Single(run.ErrorLines),
            StringComparison.Ordinal);
        Assert.Equal(SampleSet.Knowledge, folder.Read("library/knowledge.yaml"));
        Assert.Empty(Directory.GetFiles(folder.FullName, "set.*"));
    }

    [Fact]
    public async Task Summary_SentenceOfAnEarlierVersion_IsReplacedByTheArticlesOwn()
    {
        using var folder = CreateFolder((Old, SampleSet.Article));

        var run = await RunAsync(folder, "summary", "--length", "full");

        Assert.DoesNotContain("4 million", run.Out, StringComparison.Ordinal);
        Assert.Contains("- The town has a library.", run.OutLines);
    }

    [Theory]
    [InlineData("library")]
    [InlineData("library/article.md")]
    public async Task Diff_EachEvidence_IsUnchangedMovedOrGone(string current)
    {
        using var folder = CreateFolder((Old, SampleSet.Article));

        var run = await RunAsync(folder, "diff", $"library/{Old}", current);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        var file = Path.Combine("library", "knowledge.yaml");
        Assert.Contains($"{file}:{Line("It cost")}: summary point 1: gone: It cost 4 million dollars.", run.OutLines);
        Assert.Contains(
            $"{file}:{Line("- Mayor Opens")}: summary point 1: unchanged: Mayor Opens Library", run.OutLines);
        Assert.Contains(
            $"{file}:{Line("evidence: The Hill")}: trust: moved from paragraph 3 to 4: The Hill Trust gave half of the "
                + "money.",
            run.OutLines);
        Assert.Matches(@"^library: unchanged: \d+; moved: \d+; gone: \d+; added: 0\.$", run.OutLines[^1]);
        // What needs work is next to the totals.
        var last = run.OutLines.SkipLast(1).SkipWhile(IsUnchanged).ToList();
        Assert.NotEmpty(last);
        Assert.DoesNotContain(last, IsUnchanged);

        static bool IsUnchanged(string line) => line.Contains(": unchanged: ", StringComparison.Ordinal);

        static int Line(string piece) => SampleSet.FindLine(SampleSet.Knowledge, piece);
    }

    [Fact]
    public async Task Diff_OtherWay_ShowsWhatWasAdded()
    {
        using var folder = CreateFolder((Old, SampleSet.Article));

        var run = await RunAsync(folder, "diff", "library", $"library/{Old}");

        Assert.Contains(
            run.OutLines, l => l.EndsWith(": added: It cost 4 million dollars.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Diff_MissingVersion_IsAnError()
    {
        using var folder = CreateFolder();

        var run = await RunAsync(folder, "diff", "nowhere", "library");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The file is missing.", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static Task<Run> RunAsync(TemporaryFolder folder, params string[] args) =>
        new Run.Runner { CurrentFolder = folder.FullName }.RunAsync([.. args, "--article", "./library"]);

    private static TemporaryFolder CreateFolder(params (string Path, string Text)[] earlier)
    {
        var folder = new TemporaryFolder();
        folder.Write("library/article.md", Changed);
        folder.Write("library/knowledge.yaml", SampleSet.Knowledge);
        foreach (var (path, text) in earlier) folder.Write($"library/{path}", text);
        return folder;
    }
}
