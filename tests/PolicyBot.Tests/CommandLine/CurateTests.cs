using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage;
using PolicyBot.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.Tests.CommandLine;

/// <summary>The operator changes a server's set in the terminal.</summary>
public sealed class CurateTests : IDisposable
{
    private const string Evidence = "The Hill Trust gave half of the money.";

    private readonly TemporaryFolder _folder = new();
    private readonly Run.Runner _runner;

    public CurateTests()
    {
        _runner = new Run.Runner
        {
            Settings = new Dictionary<string, string>
            {
                ["Storage:DataFolder"] = Path.Combine(_folder.FullName, "data"),
                ["Article"] = Path.Combine(_folder.FullName, "library"),
                ["Matching:Encoder"] = "off",
            },
        };
        _folder.Write("library/article.md", SampleSet.Article);
        _folder.Write("library/knowledge.yaml", SampleSet.Knowledge);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Add_Published_IsInTheHistoryAndTheExport()
    {
        await FillAsync();

        var added = await RunAsync(
            "add", "--question", "Who paid for the library?", "--evidence", Evidence,
            "--phrasing", "who gave the money", "--reason", "Often asked", "--publish");
        var history = await RunAsync("history");
        var export = await RunAsync("export", "--into", Path.Combine(_folder.FullName, "out"));
        var check = await _runner.RunAsync("check", "--article", Path.Combine(_folder.FullName, "out"));

        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        Assert.Contains("adds the question “Who paid for the library?”", added.Out, StringComparison.Ordinal);
        Assert.Contains("Published", added.Out, StringComparison.Ordinal);
        Assert.Contains(
            "operator added the question “Who paid for the library?”. Why: Often asked", history.Out,
            StringComparison.Ordinal);
        Assert.Equal((0, ""), (export.ExitCode, export.Error));
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("Who paid for the library?", _folder.Read("out/knowledge.yaml"), StringComparison.Ordinal);
        var change = Assert.Single((await ReadAsync()).Changes);
        Assert.Equal(CurationChange.Operator, change.Author);
    }

    [Fact]
    public async Task Retire_SomethingGetsWorse_IsNotPublishedWithoutAsking()
    {
        await FillAsync();

        var run = await RunAsync("retire", "cost", "--publish");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "Nothing was published, because some answers would get worse.", run.Error, StringComparison.Ordinal);
        Assert.Empty((await ReadAsync()).Changes);
    }

    [Theory]
    [InlineData("Copy it verbatim", "add", "--question", "Who paid?", "--evidence", "The Hill Trust paid half.")]
    [InlineData("choose at least one sentence", "add", "--question", "Who paid?")]
    [InlineData("I don't have that question.", "retire", "nosuch")]
    [InlineData("There is no change to undo.", "undo")]
    [InlineData("Nothing was changed.", "edit", "cost", "--question", "What did the library cost?")]
    public async Task Curate_WrongInput_ExplainsAndChangesNothing(string problem, params string[] args)
    {
        await FillAsync();

        var run = await RunAsync(args);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(problem, run.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Empty((await ReadAsync()).Changes);
    }

    [Fact]
    public async Task Curate_NoDatabase_SaysSo()
    {
        var run = await RunAsync("history");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("policybot: There is no database in", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_StoredQuestion_ShowsWhatComesClosest()
    {
        await FillAsync();

        var run = await RunAsync("review");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Review: question 1 of 1", run.Out, StringComparison.Ordinal);
        Assert.Contains("whose money paid for those stairs?", run.Out, StringComparison.Ordinal);
        Assert.Contains("asked 3 times", run.Out, StringComparison.Ordinal);
    }

    private Task<Run> RunAsync(params string[] args) => _runner.RunAsync(["curate", .. args, "--server", "42"]);

    private ServiceProvider CreateServices() => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddStorage(new StorageOptions { DataFolder = Path.Combine(_folder.FullName, "data") })
        .BuildServiceProvider();

    private async Task<CurationHistory> ReadAsync()
    {
        await using var services = CreateServices();
        return await services.GetRequiredService<ICurationStore>()
            .ReadAsync("42", TestContext.Current.CancellationToken);
    }

    private async Task FillAsync()
    {
        await using var services = CreateServices();
        var now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        await services.GetRequiredService<IUsageStore>().AddAsync(
            [
                new UsageBatch(
                    "42",
                    [],
                    [
                        new UnansweredQuestion(
                            "library", "whose money paid for those stairs?", UsageKind.NoPreparedAnswer, 3, now),
                    ]),
            ],
            now,
            TestContext.Current.CancellationToken);
    }
}
