using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

public sealed class UsageExportTests
{
    private const string Header =
        """
        "Question","Article","Outcome","Times asked","First asked (UTC)","Last asked (UTC)","Suggested entry"
        """;

    private const string Row =
        """
        "'+1 for cats?","mine","no prepared answer","3","2026-03-01 12:00","2026-03-01 12:00","sleep"
        """;

    private static readonly Instant At = Instant.FromUtc(2026, 3, 1, 12, 0);

    [Fact]
    public async Task Questions_OfAServer_AreWrittenAsATable()
    {
        using var data = new TemporaryFolder();
        await FillAsync(data);

        var run = await RunAsync(data, "questions", "export", "--server", "42");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal([Header, Row], run.OutLines.Select(l => l.TrimEnd('\r')));
    }

    [Fact]
    public async Task Questions_IntoAFile_ReplaceItOnlyIfForced()
    {
        using var data = new TemporaryFolder();
        await FillAsync(data);
        var path = Path.Combine(data.FullName, "questions.csv");

        var first = await RunAsync(data, "questions", "export", "--server", "42", "--into", path);
        var written = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, "mine", TestContext.Current.CancellationToken);
        var again = await RunAsync(data, "questions", "export", "--server", "42", "--into", path);
        var kept = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var forced = await RunAsync(data, "questions", "export", "--server", "42", "--into", path, "--force");

        Assert.Equal((0, $"Wrote {path}."), (first.ExitCode, Assert.Single(first.OutLines)));
        Assert.Equal($"{Header}\r\n{Row}\r\n", written);
        Assert.Equal((1, "mine"), (again.ExitCode, kept));
        Assert.Contains("exists; choose another file, or add --force", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, forced.ExitCode);
        Assert.Equal(written, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Stats_OfAServer_AreWrittenAsATable()
    {
        using var data = new TemporaryFolder();
        await FillAsync(data, SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(1));

        var run = await RunAsync(data, "stats", "export", "--server", "42", "--days", "2");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("\"mine\",\"sleep\",\"5\",\"0\",", run.OutLines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--server must be a server's ID: digits only.", "questions", "export", "--server", "mine")]
    [InlineData(2, "Option '--server' is required.", "stats", "export")]
    [InlineData(2, "--days must be from 1 to 365.", "stats", "export", "--server", "42", "--days", "0")]
    [InlineData(1, "There is no database in ", "questions", "export", "--server", "42")]
    public async Task Export_WrongCall_IsAnError(int exitCode, string problem, params string[] args)
    {
        using var data = new TemporaryFolder();

        var run = await RunAsync(data, args);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(problem, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(data.FullName));
    }

    [Fact]
    public async Task Export_DamagedDatabase_IsAnError()
    {
        using var data = new TemporaryFolder();
        data.Write("policybot.db", "This is no database, and too long to be an empty one.");

        var run = await RunAsync(data, "questions", "export", "--server", "42");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("policybot: The table can't be read.", run.Error, StringComparison.Ordinal);
    }

    private static Task<Run> RunAsync(TemporaryFolder data, params string[] args) =>
        new Run.Runner
        {
            Settings = new Dictionary<string, string> { ["Storage:DataFolder"] = data.FullName },
        }.RunAsync(args);

    private static async Task FillAsync(TemporaryFolder data, Instant? at = null)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddStorage(new StorageOptions { DataFolder = data.FullName })
            .BuildServiceProvider();
        var usage = services.GetRequiredService<IUsageStore>();
        foreach (var (server, text) in new[] { ("42", "+1 for cats?"), ("43", "do dogs bark?") })
        {
            var question = new UnansweredQuestion("mine", text, UsageKind.NoPreparedAnswer, 3, at ?? At);
            await usage.AddAsync(
                [
                    new UsageBatch(server, [new UsageCount("mine", "sleep", UsageKind.Answered, 5)], [question])
                    {
                        Suggestions = [new SuggestedPhrasing("mine", text, "sleep")],
                    },
                ],
                at ?? At,
                TestContext.Current.CancellationToken);
        }
    }
}
