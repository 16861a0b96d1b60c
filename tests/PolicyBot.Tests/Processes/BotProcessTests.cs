using System.Text;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Processes;

/// <summary>What only a process shows: bytes, pipes, the environment, exit codes.</summary>
public sealed class BotProcessTests
{
    private const int Timeout = 60_000;

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    [Fact]
    public async Task Ask_AnyBytes_GivesALineALine()
    {
        byte[] input = [
            .. "Who signed the letter?\n"u8, 0xFF, 0xFE, 0xC3, (byte)'\n', 0, 0, (byte)'\n',
            .. Enumerable.Repeat((byte)'y', 300_000), (byte)'\n', .. "no newline"u8
        ];

        var run = await BotProcess.RunAsync(input, Nothing, "ask", "--json", "--stdin");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Equal(5, run.OutLines.Count);
        Assert.StartsWith("{\"question\":\"Who signed the letter?\"", run.Out, StringComparison.Ordinal);
    }

    [Fact(Timeout = Timeout)]
    public async Task Ask_OutputClosed_ExitsWithoutError()
    {
        using var process = BotProcess.Start(Nothing, "ask", "--json", "--stdin");
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var writing = WriteForeverAsync(process.StandardInput.BaseStream);

        var first = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("{", first, StringComparison.Ordinal);
        Assert.Equal((0, ""), (process.ExitCode, await error));
        await Assert.ThrowsAnyAsync<IOException>(() => writing);
    }

    [Fact(Timeout = Timeout)]
    public async Task Ask_QuestionsOneByOne_AreAnsweredAtOnce()
    {
        using var process = BotProcess.Start(Nothing, "ask", "--json", "--stdin");
        for (var i = 0; i < 3; i++)
        {
            await process.StandardInput.WriteLineAsync("Who signed the letter?");
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            Assert.NotNull(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Chat_Piped_PrintsNoPromptAndNoEscapes()
    {
        var run = await BotProcess.RunAsync("Who signed the letter? \u001b[31m\n/quit\n");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Out);
        Assert.DoesNotContain("I answer questions about", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ArticleText_AnyLocale_IsUtf8WithoutByteOrderMark()
    {
        var environment = new Dictionary<string, string> { ["LC_ALL"] = "C", ["LANG"] = "C" };
        var run = await BotProcess.RunAsync([], environment, "article", "--text");

        Assert.Equal("Attorney", run.Out[..8]);
        Assert.Contains("Facebook’s", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POLICYBOT_MATCHING__ANSWERTHRESHOLD", "2", 1, "Matching:AnswerThreshold must be between 0 and 1")]
    [InlineData("POLICYBOT_ARTICLE", "elsewhere", 1, "elsewhere")]
    [InlineData("POLICYBOT_MATCHING__ANSWERTHRESHOLD", "0.9", 0, "")]
    public async Task Run_Environment_TakesPrecedenceOverTheFile(string name, string value, int exitCode, string error)
    {
        var run = await BotProcess.RunAsync([], new Dictionary<string, string> { [name] = value }, "people");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_InvalidArguments_ExitsWithTwo() =>
        Assert.Equal(2, (await BotProcess.RunAsync("", "dance")).ExitCode);

    [Fact]
    public async Task Run_OutputNotWritable_ExplainsInOneLine()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "skipped, because there is no /dev/full here");

        var run = await BotProcess.RunFullAsync("people");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(
            "policybot: The output can't be written", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static async Task WriteForeverAsync(Stream stream)
    {
        var line = Encoding.UTF8.GetBytes("Who signed the letter?\n");
        while (true)
        {
            await stream.WriteAsync(line, TestContext.Current.CancellationToken);
            await stream.FlushAsync(TestContext.Current.CancellationToken);
        }
    }
}
