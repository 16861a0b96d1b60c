using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.ArticleOnly;

/// <summary>A folder with only <c>article.md</c> is served: nobody has prepared questions.</summary>
public sealed class ArticleOnlyTests : IDisposable
{
    private const string Text = """
        ---
        title: Cats
        ---

        Cats

        Cats sleep a lot. They purr when they are happy.

        A farmer in Kent keeps ninety cats. Each of them has a name.
        """;

    private readonly TemporaryFolder _folder = new();

    public ArticleOnlyTests() => _folder.Write("cats/article.md", Text);

    [Fact]
    public async Task Check_ArticleOnly_SaysThatRepliesShowPassages()
    {
        var run = await RunAsync("check");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("cats is ", run.OutLines[^1], StringComparison.Ordinal);
        Assert.EndsWith(". No curated questions: replies show passages.", run.OutLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ArticleOnly_ShowsThePassageThatComesClosest()
    {
        var run = await RunAsync("ask", "Who keeps ninety cats?");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("> A farmer in Kent keeps ninety cats.", run.OutLines);
    }

    [Theory]
    [InlineData("line", "Cats sleep a lot.")]
    [InlineData("short", "Cats sleep a lot. They purr when they are happy. A farmer in Kent keeps ninety cats.")]
    [InlineData("full", "A farmer in Kent keeps ninety cats.")]
    public async Task Summary_ArticleOnly_IsOfItsOwnSentences(string length, string expected)
    {
        var run = await RunAsync("summary", "--length", length);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(expected, run.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/topics", "no prepared questions")]
    [InlineData("/topics sleep", "no prepared questions")]
    [InlineData("/people", "no list of people")]
    [InlineData("/quote", "no quotes")]
    [InlineData("/quote by Kent", "no quotes")]
    [InlineData("/quotes", "no quotes")]
    [InlineData("/quotes about cats", "no quotes")]
    [InlineData("/article", "no prepared questions")]
    [InlineData("/article text", "Each of them has a name.")]
    [InlineData("/why who keeps ninety cats?", "")]
    [InlineData("hello", "")]
    [InlineData("asdf qwer", "")]
    public async Task Chat_ArticleOnly_AnswersEveryCommand(string line, string expected)
    {
        var run = await new Run.Runner { Input = line + "\n", CurrentFolder = _folder.FullName }.RunAsync(
            "chat", "--article", "./cats");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEmpty(run.Out);
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_ArticleOnly_OffersNoExamples()
    {
        var run = await new Run.Runner { Input = "/help\n", CurrentFolder = _folder.FullName }.RunAsync(
            "chat", "--article", "./cats");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain("for example", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_PhrasingsWithoutQuestions_IsAnError()
    {
        _folder.Write("cats/phrasings.txt", "sleep\tdozing pets\n");

        var run = await RunAsync("check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("knowledge.yaml:1: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<Run> RunAsync(params string[] args) =>
        new Run.Runner { CurrentFolder = _folder.FullName }.RunAsync([.. args, "--article", "./cats"]);
}
