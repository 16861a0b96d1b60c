using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

public sealed class WrongCallTests
{
    [Theory]
    [InlineData("dance", "dance")]
    [InlineData("ask", "question is missing")]
    [InlineData("ask --jsn who", "--jsn")]
    [InlineData("ask --stdin who", "--stdin")]
    [InlineData("ask --json --explain who", "--explain")]
    [InlineData("quote --by", "--by")]
    [InlineData("quote --json --card card.png", "--card and --json")]
    [InlineData("quote --loud", "--loud")]
    [InlineData("quote extra", "extra")]
    [InlineData("summary --length endless", "endless")]
    [InlineData("--article", "--article")]
    [InlineData("people --article ", "--article is empty")]
    [InlineData("export set.txt", ".csv, .xlsx or .md")]
    [InlineData("import set.md", ".csv or .xlsx")]
    [InlineData("import set.csv --into a --article b", "--into and --article")]
    [InlineData("-x", "-x")]
    public async Task Run_InvalidArguments_ExplainsInOneLine(string call, string expected)
    {
        var run = await Run.WithAsync(call.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.EndsWith("See policybot --help.", run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Help_ListsTheCommands()
    {
        var run = await Run.WithAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.All([
            "ask", "quote", "summary", "people", "topics", "article", "check", "export", "import", "--article"
        ], c => Assert.Contains(c, run.Out, StringComparison.Ordinal));
    }
}
