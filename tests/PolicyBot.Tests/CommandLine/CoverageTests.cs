using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

public sealed class CoverageTests
{
    private const string Article = """
        ---
        title: Cats
        ---

        Cats

        Cats sleep a lot. They purr. “We hiss,” a cat said.

        Dogs bark & bite. Mice squeak.
        """;

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
        quotes:
          - {id: hiss, text: We hiss, speaker: A cat, topics: [noise]}
        unanswered:
          - {id: mice, question: Why do mice squeak?, nearest: Mice squeak.}
        """;

    [Fact]
    public async Task Coverage_EachUse_IsListedWithThePercentage()
    {
        var run = await RunAsync("coverage");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        var file = Path.Combine("mine", "article.md");
        Assert.Equal(
            [
                $"{file}:7: answers sleep; summary: Cats sleep a lot.",
                $"{file}:7: summary: They purr.",
                $"{file}:7: quotes hiss: “We hiss,” a cat said.",
                $"{file}:9: nothing: Dogs bark & bite.",
                $"{file}:9: unanswered mice: Mice squeak.",
                "mine: 3 of 5 sentences are covered by answers, quotes or the summary (60%).",
            ],
            run.OutLines);
    }

    [Fact]
    public async Task Coverage_Svg_HasTheTextInTheColorsOfItsLegend()
    {
        using var folder = CreateFolder();
        var path = Path.Combine(folder.FullName, "coverage.svg");

        var run = await RunAsync(folder, "coverage", "--svg", path);

        Assert.Equal(0, run.ExitCode);
        var svg = XDocument.Load(path);
        var texts = svg.Descendants().Where(e => e.Name.LocalName == "text").ToList();
        var boxes = svg.Descendants().Where(e => e.Name.LocalName == "rect").Skip(1).ToList();
        Assert.Equal(
            [
                "Cats", "3 of 5 sentences covered (60%). Used by:", "an answer (1)", "a quote, but no answer (1)",
                "the summary only (1)", "an unanswerable question only (1)", "nothing (1)", "Cats sleep a lot.",
                "They purr.", "“We hiss,” a cat said.", "Dogs bark & bite.", "Mice squeak.",
            ],
            texts.Select(t => t.Value));
        var colors = boxes.Select(b => (string)b.Attribute("fill")!).ToList();
        Assert.Equal(5, colors.Take(5).Distinct().Count());
        Assert.Equal([colors[0], colors[2], colors[1], colors[4], colors[3]], colors.Skip(5));
        Assert.Equal([path], Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public async Task Coverage_SvgOfTheShippedArticle_WrapsItsLines()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullName, "coverage.svg");

        var run = await Run.WithAsync("coverage", "--svg", path);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^facebook-encryption: \d+ of 15 sentences are covered .* \(\d+%\)\.$", run.OutLines[^1]);
        Assert.All(
            XDocument.Load(path).Descendants().Where(e => e.Attribute("textLength") is not null),
            t => Assert.InRange((double)t.Attribute("x")! + (double)t.Attribute("textLength")!, 0, 768.01));
    }

    [Theory]
    [InlineData("no/such/folder.svg", 1, "can't be written (")]
    [InlineData("picture.png", 2, "--svg must name an .svg file.")]
    public async Task Coverage_SvgThatCannotBeWritten_IsAnError(string path, int exitCode, string problem)
    {
        using var folder = CreateFolder();

        var run = await RunAsync(folder, "coverage", "--svg", Path.Combine(folder.FullName, path));

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(problem, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_DatabaseWithRefusedQuestions_ShowsWhichSentencesTheyAreAbout()
    {
        using var folder = CreateFolder();
        using var data = new TemporaryFolder();
        await using (var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddStorage(new StorageOptions { DataFolder = data.FullName })
            .BuildServiceProvider())
        {
            var usage = services.GetRequiredService<IUsageStore>();
            var at = Instant.FromUtc(2026, 3, 1, 12, 0);
            foreach (var (server, count) in new[] { ("one", 2), ("two", 3) })
                await usage.AddAsync(
                    [new UsageBatch(server, [], [Refused("mine", "do dogs bark and bite", count)])], at,
                    TestContext.Current.CancellationToken);
            await usage.AddAsync(
                [
                    new UsageBatch(
                        "one", [], [Refused("other", "do dogs bark", 9), Refused("mine", "Do cats sleep?", 9)]),
                ],
                at, TestContext.Current.CancellationToken);

            UnansweredQuestion Refused(string article, string text, int count) =>
                new(article, text, UsageKind.NoPreparedAnswer, count, at);
        }

        var run = await new Run.Runner
        {
            CurrentFolder = Path.GetTempPath(),
            Settings = new Dictionary<string, string> { ["Storage:DataFolder"] = data.FullName },
        }.RunAsync("coverage", "--article", Path.Combine(folder.FullName, "mine"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "Questions that weren't answered well, under the uncovered sentence closest to each:",
                $"{Path.Combine(Path.GetFileName(folder.FullName), "mine", "article.md")}:9: Dogs bark & bite.",
                "- do dogs bark and bite (5×)",
            ],
            run.OutLines.SkipWhile(l => !l.StartsWith("Questions that", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Coverage_DamagedDatabase_IsAnErrorAfterTheList()
    {
        using var folder = CreateFolder();
        using var data = new TemporaryFolder();
        data.Write("policybot.db", "This is no database, and too long to be an empty one.");

        var run = await new Run.Runner
        {
            Settings = new Dictionary<string, string> { ["Storage:DataFolder"] = data.FullName },
        }.RunAsync("coverage", "--article", Path.Combine(folder.FullName, "mine"));

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("mine: 3 of 5", run.OutLines[^1], StringComparison.Ordinal);
        Assert.StartsWith(
            "policybot: The unanswered questions can't be read.",
            Assert.Single(run.ErrorLines),
            StringComparison.Ordinal);
    }

    private static async Task<Run> RunAsync(params string[] args)
    {
        using var folder = CreateFolder();
        return await RunAsync(folder, args);
    }

    private static Task<Run> RunAsync(TemporaryFolder folder, params string[] args) =>
        new Run.Runner { CurrentFolder = folder.FullName }.RunAsync([.. args, "--article", "mine"]);

    private static TemporaryFolder CreateFolder()
    {
        var folder = new TemporaryFolder();
        folder.Write(Path.Combine("mine", "article.md"), Article);
        folder.Write(Path.Combine("mine", "knowledge.yaml"), Knowledge);
        return folder;
    }
}
