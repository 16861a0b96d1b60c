using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

public sealed class CheckTests
{
    [Fact]
    public async Task Check_ShippedSet_IsSoundInOneLine()
    {
        var run = await Run.WithAsync("check");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^facebook-encryption is sound\. Questions: 48; unanswered: 61; phrasings: \d+; quotes: 10\.$", Assert.Single(run.OutLines));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("ask who?")]
    [InlineData("people")]
    public async Task Run_FaultySet_TellsEachFaultWithFileAndLine(string call)
    {
        using var folder = new TemporaryFolder();
        folder.Write("article.md", "no front matter\n");
        folder.Write("knowledge.yaml", "people: 7\nnonsense: true\n");

        var run = await new Run.Runner { CurrentFolder = folder.FullName }.RunAsync([.. call.Split(' '), "--article", "."]);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains(run.ErrorLines, l => l.StartsWith("article.md:1: ", StringComparison.Ordinal));
        Assert.All(run.ErrorLines, l => Assert.Matches(@"^(article\.md|knowledge\.yaml):\d+: .+ .+", l));
    }

    [Fact]
    public async Task Run_NoSuchArticle_NamesThoseThereAre()
    {
        var run = await Run.WithAsync("check", "--article", "nope");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"nope:1: There is no such folder\. Name one with --article, or one of config/articles: facebook-encryption\.$", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Run_FileThatIsNotUtf8_NamesTheLine()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/article.md", [(byte)'a', (byte)'\n', (byte)'b', 0xFF, (byte)'\n']);
        folder.Write("mine/knowledge.yaml", "");

        var run = await new Run.Runner { CurrentFolder = folder.FullName }.RunAsync("check", "--article", "mine");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(Path.Combine("mine", "article.md") + ":2: The file is not UTF-8. Save it as UTF-8.", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Run_ArticleAsFolder_IsReadFromThere()
    {
        var run = await Run.WithAsync("check", "--article", Path.Combine(AppContext.BaseDirectory, "config", "articles", "facebook-encryption"));

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Run_ConfigOnlyInCurrentFolder_IsFoundThere()
    {
        using var folder = new TemporaryFolder();
        var run = await new Run.Runner { ProgramFolder = folder.FullName, CurrentFolder = AppContext.BaseDirectory }.RunAsync("check");

        Assert.Equal(0, run.ExitCode);
    }
}
