using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Settings;

public sealed class EncoderSettingTests : IDisposable
{
    // Of words that the set lacks, so that its words don't decide it.
    private const string OfOtherWords = "Do felines take many naps?";

    private readonly TemporaryFolder _program = new();

    public EncoderSettingTests()
    {
        _program.Write(
            "config/articles/cats/article.md", "---\ntitle: Cats\n---\n\nCats\n\nCats sleep a lot. They purr.\n");
        _program.Write("config/articles/cats/knowledge.yaml", """
            summary:
              line: {text: Cats sleep a lot., evidence: Cats sleep a lot.}
              short: [{text: Cats sleep a lot., evidence: Cats sleep a lot.}]
              points: [{text: Cats purr., evidence: They purr.}]
            questions:
              - id: sleep
                question: Do cats sleep?
                answer: [{text: They sleep a lot., evidence: Cats sleep a lot.}]
                topics: [sleep]
            """);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("auto")]
    public async Task Ask_NoEncoderFile_AnswersByWords(string use)
    {
        Set(use);

        var run = await RunAsync("ask", OfOtherWords);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEmpty(run.Out);
    }

    [Fact]
    public async Task Ask_OnWithoutEncoderFile_NamesTheFix()
    {
        Set("On");

        var run = await RunAsync("ask", OfOtherWords);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Equal(
            "policybot: Matching:Encoder is on, but this program was built without the sentence encoder. "
            + "Build it without -p:SentenceEncoder=false, or set Matching:Encoder to off.",
            Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Ask_OffWithADamagedEncoderFile_LeavesItAlone()
    {
        Set("off");
        _program.Write("sentence-encoder.bin", "not an encoder");

        Assert.Equal((0, ""), await ExitOfAsync("ask", OfOtherWords));
    }

    [Fact]
    public async Task Ask_FileThatIsNoEncoder_IsAnErrorInOneLine()
    {
        _program.Write("sentence-encoder.bin", new byte[1000]);

        var run = await RunAsync("ask", OfOtherWords);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "sentence-encoder.bin: The sentence encoder's file is another kind of file", Assert.Single(run.ErrorLines),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_EncoderFileDamagedBehindItsHeader_IsAnErrorInOneLineOnceItIsNeeded()
    {
        BuiltEncoder.SkipIfMissing();
        var bytes = await File.ReadAllBytesAsync(BuiltEncoder.Path, TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        _program.Write("sentence-encoder.bin", bytes);

        var needsIt = await RunAsync("ask", OfOtherWords);

        Assert.Equal(1, needsIt.ExitCode);
        Assert.Contains(
            "The sentence encoder's file is damaged", Assert.Single(needsIt.ErrorLines), StringComparison.Ordinal);
        Assert.Equal((0, ""), await ExitOfAsync("ask", "hello"));
        Assert.Equal((0, ""), await ExitOfAsync("summary"));
    }

    public void Dispose() => _program.Dispose();

    private void Set(string use) =>
        _program.Write("config/policybot.json", $$"""{ "Matching": { "Encoder": "{{use}}" } }""");

    private Task<Run> RunAsync(params string[] args) =>
        new Run.Runner { ProgramFolder = _program.FullName, CurrentFolder = _program.FullName }.RunAsync(
            [.. args, "--article", "cats"]);

    private async Task<(int ExitCode, string Error)> ExitOfAsync(params string[] args)
    {
        var run = await RunAsync(args);
        return (run.ExitCode, run.Error);
    }
}
