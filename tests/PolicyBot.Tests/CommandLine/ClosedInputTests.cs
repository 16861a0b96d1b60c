using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

/// <summary>The program without anybody who types, as under a service manager.</summary>
public sealed class ClosedInputTests
{
    private const string NobodyTypes = "No Discord token is set, and nobody can chat: standard input is empty.";

    [Fact]
    public async Task Start_NoTokenAndEmptyInput_IsAnError()
    {
        var run = await BotProcess.RunAsync("");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(NobodyTypes, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NoTokenButQuestions_AnswersThem()
    {
        var run = await BotProcess.RunAsync("who signed the letter?\n");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("Who signed the letter?", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("chat", 0)]
    [InlineData("ask --stdin", 0)]
    public async Task Run_InputClosed_EndsAtOnce(string args, int exitCode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "skipped: only Linux tells that the input is closed");

        var run = await BotProcess.RunClosedAsync(args);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Out));
        Assert.Equal(exitCode == 1, run.Error.Contains(NobodyTypes, StringComparison.Ordinal));
    }
}
