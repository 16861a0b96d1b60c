using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

public sealed class CheckTests
{
    private const string Article = "---\ntitle: Cats\n---\n\nCats\n\nCats sleep a lot. They purr.\n";

    private const string Knowledge = """
        summary:
          line: {text: Cats sleep a lot., evidence: Cats sleep a lot.}
          short: [{text: Cats sleep a lot., evidence: Cats sleep a lot.}]
          points: [{text: Cats purr., evidence: They purr.}]
        questions:
          - id: sleep
            question: Do cats sleep?
            answer: [{text: They sleep a lot., evidence: Cats sleep a lot.}]
            topics: [sleep]
            phrasings: |
              are cats sleepy
              rest of felines
        """;

    [Fact]
    public async Task Check_ShippedSet_PrintsWarningsAndTheSummaryLast()
    {
        var run = await Run.WithAsync("check");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Matches(
            @"^facebook-encryption is usable, with \d+ warnings\. "
                + @"Questions: 48; unanswered: 61; phrasings: 10611; quotes: 10\.$",
            run.OutLines[^1]);
        Assert.Matches(
            @"^Expected for new phrasings: \d+% answered, \d+% answered or offered \(of 48 phrasings,",
            run.OutLines[^2]);
        Assert.All(
            run.OutLines.SkipLast(2),
            l => Assert.Matches(@"(knowledge\.yaml|phrasings\.txt|article\.md):\d+: warning: .+ .+", l));
    }

    [Fact]
    public async Task Check_ValidSetWithoutWarnings_ReportsExpectedAccuracy()
    {
        var run = await CheckAsync(Knowledge, "sleep\tdozing pets\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.OutLines.Count);
        Assert.Matches(
            @"^Expected for new phrasings: \d+% answered, 100% answered or offered "
                + @"\(of 3 phrasings, each tried as if it were missing\)\.$",
            run.OutLines[0]);
        Assert.Equal("mine is ready. Questions: 1; unanswered: 0; phrasings: 3; quotes: 0.", run.OutLines[1]);
    }

    [Fact]
    public async Task Check_PhrasingsInTheWordsOfTheAnswer_SaysThatReadersWillSeeLess()
    {
        var run = await CheckAsync(Knowledge.Replace("rest of felines", "sleep cats", StringComparison.Ordinal), null);

        Assert.EndsWith(
            "each tried as if it were missing). Expect lower rates for readers' own questions: 2 of these phrasings "
                + "only repeat words of their answers.",
            run.OutLines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OnlyMarkedQuestions_ExpectsNothing()
    {
        var marked =
            Knowledge.Replace("topics: [sleep]", "topics: [sleep]\n    review: Do they?", StringComparison.Ordinal);

        var run = await CheckAsync(marked, "sleep\tdozing pets\n");

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain(run.OutLines, l => l.StartsWith("Expected", StringComparison.Ordinal));
        Assert.StartsWith("mine is not ready, with 1 mark to review.", run.OutLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SetWithOneWarning_IsUsable()
    {
        var run = await CheckAsync(Knowledge, phrasings: null);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            Path.Combine("mine", "knowledge.yaml")
                + ":7: warning: sleep: The entry has only 2 phrasings. Write at least 3, each worded differently.",
            run.OutLines[0]);
        Assert.Equal(
            "mine is usable, with 1 warning. Questions: 1; unanswered: 0; phrasings: 2; quotes: 0.", run.OutLines[^1]);
    }

    [Fact]
    public async Task Check_ManyWarningsOfOneKind_CountsAllAndListsTen()
    {
        var more = string.Concat(Enumerable.Range(1, 20).Select(i => $"sleep\tquestion number {i}\n"));
        var unanswered = "\nunanswered:\n  - {id: other, question: Are dogs loud?, nearest: They purr.}\n";
        var same = string.Concat(Enumerable.Range(1, 20).Select(i => $"other\tnumber {i} question\n"));

        var run = await CheckAsync(Knowledge + unanswered, more + same);

        Assert.StartsWith("mine is usable, with 2", run.OutLines[^1], StringComparison.Ordinal);
        Assert.InRange(run.OutLines.Count, 13, 16);
        Assert.Contains(
            run.OutLines,
            l => l.EndsWith(
                "And 10 more like the one on line 30. Fix the ones listed, then check again.",
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_PhrasingOfAnotherEntry_IsWarnedOf()
    {
        const string More = """

              - id: purring
                question: Why do cats purr?
                answer: [{text: They purr., evidence: They purr.}]
                topics: [purring]
                phrasings: |
                  purring of cats
                  reason for the purring
                  do cats sleep at night
                  how much sleep do cats need
            """;

        var run = await CheckAsync(
            Knowledge + More, "sleep\tsleep of cats\nsleep\twhen do cats sleep\nsleep\tdo all cats sleep\n");

        Assert.Contains(
            run.OutLines,
            l => l.Contains("purring: ", StringComparison.Ordinal)
                && l.Contains("would be answered by another entry", StringComparison.Ordinal)
                && l.Contains("“sleep”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_ErrorInPhrasings_NamesFileAndLine()
    {
        var run = await CheckAsync(Knowledge, "# more\nsleeping\tdozing pets\n");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Equal(
            Path.Combine("mine", "phrasings.txt")
                + ":2: sleeping: The entry “sleeping” is unknown. Use the id of an entry of the set; the nearest is "
                + "“sleep”.",
            Assert.Single(run.ErrorLines));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("ask who?")]
    [InlineData("people")]
    public async Task Run_FaultySet_TellsEachFaultWithFileAndLine(string call)
    {
        using var folder = new TemporaryFolder();
        folder.Write("article.md", "no front matter\n");
        folder.Write("knowledge.yaml", "people: 7\nnonsense: true\n");

        var run =
            await new Run.Runner { CurrentFolder = folder.FullName }.RunAsync([.. call.Split(' '), "--article", "."]);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains(run.ErrorLines, l => l.StartsWith("article.md:1: ", StringComparison.Ordinal));
        Assert.All(run.ErrorLines, l => Assert.Matches(@"^(article\.md|knowledge\.yaml):\d+: .+ .+", l));
    }

    [Fact]
    public async Task Run_NoSuchArticle_NamesThoseThereAre()
    {
        var run = await Run.WithAsync("check", "--article", "nope");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(
            @"nope:1: There is no such folder\. Choose one with --article: a path, "
                + @"or one of config/articles: facebook-encryption\.$",
            Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Run_FileThatIsNotUtf8_NamesTheLine()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/article.md", [(byte)'a', (byte)'\n', (byte)'b', 0xFF, (byte)'\n']);
        folder.Write("mine/knowledge.yaml", "");

        var run = await new Run.Runner { CurrentFolder = folder.FullName }.RunAsync("check", "--article", "mine");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(Path.Combine("mine", "article.md")
            + ":2: The file is not UTF-8. Save it as UTF-8.", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Run_ArticleAsFolder_IsReadFromThere()
    {
        var run = await Run.WithAsync(
            "check", "--article", Path.Combine(AppContext.BaseDirectory, "config", "articles", "facebook-encryption"));

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Run_ConfigOnlyInCurrentFolder_IsFoundThere()
    {
        using var folder = new TemporaryFolder();
        var run = await new Run.Runner { ProgramFolder = folder.FullName, CurrentFolder = AppContext.BaseDirectory }
            .RunAsync("check");

        Assert.Equal(0, run.ExitCode);
    }

    private static async Task<Run> CheckAsync(string knowledge, string? phrasings)
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/article.md", Article);
        folder.Write("mine/knowledge.yaml", knowledge);
        if (phrasings is not null) folder.Write("mine/phrasings.txt", phrasings);
        return await new Run.Runner { CurrentFolder = folder.FullName }.RunAsync("check", "--article", "mine");
    }
}
