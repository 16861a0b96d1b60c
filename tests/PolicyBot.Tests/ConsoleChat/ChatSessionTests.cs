using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.ConsoleChat;

public sealed class ChatSessionTests
{
    [Fact]
    public async Task Run_Redirected_GivesABlockALine()
    {
        var run = await new Run.Runner
        {
            Input = "Who signed the letter?\n\n/people\nDid Google sign the letter?"
        }.RunAsync();

        var blocks = run.Out.TrimEnd('\n').Split("\n\n");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(4, blocks.Length);
        Assert.Contains("Priti Patel", blocks[0], StringComparison.Ordinal);
        Assert.StartsWith("I couldn't make out a question in that.\n", blocks[1], StringComparison.Ordinal);
        Assert.StartsWith("Who the article mentions\n", blocks[2], StringComparison.Ordinal);
        Assert.StartsWith("The article doesn't mention Google.\n", blocks[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RedirectedNumber_IsAQuestion()
    {
        var alone = await new Run.Runner { Input = "1" }.RunAsync();
        var behind = await new Run.Runner { Input = "/topics\n1\n" }.RunAsync();

        Assert.EndsWith("\n\n" + alone.Out, behind.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Typed_WelcomesAndPicksByNumber()
    {
        var run =
            await new Run.Runner { Input = "/topics letter\n1\n99\n\n/quit\nnot read\n", IsTyped = true }.RunAsync();

        Assert.StartsWith("I answer questions about the article “Attorney General", run.Out, StringComparison.Ordinal);
        var first = run.OutLines.First(l => l.StartsWith("1. ", StringComparison.Ordinal))[3..];
        Assert.Contains(first, run.OutLines.SkipWhile(l => !l.StartsWith("2. ", StringComparison.Ordinal)));
        Assert.Contains(run.OutLines, l => l.StartsWith("There ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_Typed_TurnsPagesAndGoesBackByNumber()
    {
        var run = await new Run.Runner
        {
            Input = "/topics media\n1\nWho signed the letter?\n4\n1\n/quotes\n1\n/quit\n",
            IsTyped = true
        }.RunAsync();

        Assert.Contains("4. In context", run.OutLines);
        Assert.Contains("In the article's own words", run.OutLines);
        Assert.Equal(2, run.OutLines.Count(l => l == "Who signed the letter?"));
        Assert.Contains("Page 2 of 2, 8 quotes in total", run.OutLines);
    }

    [Fact]
    public async Task Run_EndOfInput_Ends() =>
        Assert.Equal(0, (await new Run.Runner { IsTyped = true }.RunAsync()).ExitCode);

    [Fact]
    public async Task Run_Why_ExplainsTheLineBefore()
    {
        var run = await new Run.Runner { Input = "Who signed the letter?\n/why\n" }.RunAsync();

        Assert.Contains("You asked: “Who signed the letter?”. I was sure enough to answer.", run.OutLines);
    }
}
