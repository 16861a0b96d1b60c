using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Servers;
using PolicyBot.FakeDiscord;
using PolicyBot.Storage;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

public sealed class BackupTests
{
    [Fact]
    public async Task Restore_OfABackup_FillsAnotherDataFolder()
    {
        using var data = new TemporaryFolder();
        using var other = new TemporaryFolder();
        await FillAsync(data, "mine");
        var file = Path.Combine(other.FullName, "backup.gz");

        var backup = await RunProcessAsync(data.FullName, "backup", file);
        var folder = Path.Combine(other.FullName, "new");
        var restore = await RunProcessAsync(folder, "restore", file);

        Assert.Equal((0, ""), (backup.ExitCode, backup.Error));
        Assert.Matches($"^Wrote {file}: [0-9]+ rows in [0-9]+ tables.\n$", backup.Out);
        Assert.Equal((0, ""), (restore.ExitCode, restore.Error));
        Assert.Equal(backup.Out.Replace("Wrote", "Restored", StringComparison.Ordinal), restore.Out);
        Assert.Equal("mine", await FindArticleAsync(folder));
        Assert.Equal([file], Directory.GetFiles(other.FullName));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Backup_FileExists_NeedsForce()
    {
        using var data = new TemporaryFolder();
        await FillAsync(data, "mine");
        data.Write("backup.gz", "other");
        var file = Path.Combine(data.FullName, "backup.gz");

        var refused = await RunAsync(data, "backup", file);
        var kept = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var forced = await RunAsync(data, "backup", file, "--force");

        AssertError($"{file} exists; choose another file, or add --force to replace it.", refused);
        Assert.Equal("other", kept);
        Assert.Equal(0, forced.ExitCode);
        Assert.NotEqual("other", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Restore_DatabaseWithRows_NeedsForce()
    {
        using var data = new TemporaryFolder();
        await FillAsync(data, "mine");
        var file = Path.Combine(data.FullName, "backup.gz");
        await RunAsync(data, "backup", file);
        await FillAsync(data, "changed");

        var refused = await RunAsync(data, "restore", file);
        var kept = await FindArticleAsync(data.FullName);
        var forced = await RunAsync(data, "restore", file, "--force");

        AssertError("isn't empty; add --force", refused);
        Assert.Equal("changed", kept);
        Assert.Equal(0, forced.ExitCode);
        Assert.Equal("mine", await FindArticleAsync(data.FullName));
    }

    [Fact]
    public async Task Restore_WhileTheBotRuns_IsRefused()
    {
        using var data = new TemporaryFolder();
        await FillAsync(data, "mine");
        var file = Path.Combine(data.FullName, "backup.gz");
        await using var server =
            await FakeDiscordServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string>
        {
            ["DISCORD__TOKEN"] = server.Bot.Token,
            ["DISCORD__APIURL"] = server.ApiUrl.ToString(),
            ["POLICYBOT_Storage__DataFolder"] = data.FullName,
        };
        using (new KilledProcess(BotProcess.Start(settings)))
        {
            // An answer reads the server's settings.
            await server.Log.WaitForAsync<RequestRecord>(
                r => r.Method == "PUT", ct: TestContext.Current.CancellationToken);
            await server.AnswerToAsync("ask", new Dictionary<string, object> { ["question"] = "Who signed it?" });

            Assert.Equal(0, (await RunAsync(data, "backup", file)).ExitCode);
            AssertError(
                "A bot or another command is using the database", await RunAsync(data, "restore", file, "--force"));
        }

        Assert.Equal(0, (await RunAsync(data, "restore", file, "--force")).ExitCode);
    }

    [Theory]
    [InlineData(2, "argument 'file' missing", "backup")]
    [InlineData(1, "There is no database ", "backup", "backup.gz")]
    [InlineData(1, "can't be written", "backup", "/dev/null/backup.gz")]
    [InlineData(1, "missing.gz can't be read", "restore", "missing.gz")]
    [InlineData(1, "The file isn't a PolicyBot backup", "restore", "/dev/null")]
    public async Task Run_InvalidArguments_ReportsError(int exitCode, string problem, params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped, because there is no /dev/null here");
        using var data = new TemporaryFolder();
        if (args is [_, ['b', ..]]) args = [args[0], Path.Combine(data.FullName, args[1])];

        var run = await RunAsync(data, args);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(problem, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(data.FullName));
    }

    private static void AssertError(string problem, Run run)
    {
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("policybot: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    private static Task<Run> RunProcessAsync(string data, params string[] args) => BotProcess.RunAsync(
        [], new Dictionary<string, string> { ["POLICYBOT_Storage__DataFolder"] = data }, args);

    private static Task<Run> RunAsync(TemporaryFolder data, params string[] args) => RunAsync(data.FullName, args);

    private static Task<Run> RunAsync(string data, params string[] args) =>
        new Run.Runner { Settings = new Dictionary<string, string> { ["Storage:DataFolder"] = data } }.RunAsync(args);

    private static Task FillAsync(TemporaryFolder data, string article) => UseAsync(
        data.FullName,
        s => s.SaveAsync("42", new ServerSettings { Article = article }, TestContext.Current.CancellationToken));

    private static async Task<string?> FindArticleAsync(string folder)
    {
        string? article = null;
        await UseAsync(
            folder,
            async s => article = (await s.FindAsync("42", TestContext.Current.CancellationToken))?.Article);
        return article;
    }

    private static async Task UseAsync(string folder, Func<IServerSettingsStore, Task> use)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddStorage(new StorageOptions { DataFolder = folder })
            .BuildServiceProvider();
        await use(services.GetRequiredService<IServerSettingsStore>());
    }
}
