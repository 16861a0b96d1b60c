using PolicyBot.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.Tests.CommandLine;

public sealed class ExchangeTests
{
    private const string Questions =
        "Question,Answer,Variants\nWho opened it?,Rosa Diaz opened Eastgate Library.,who did\n";

    [Theory]
    [InlineData("set.csv")]
    [InlineData("set.xlsx")]
    public async Task Import_OfAnExport_IsReadyAtOnce(string file)
    {
        using var folder = CreateFolder();
        folder.Write("library/knowledge.yaml", SampleSet.Knowledge);
        folder.Write("copy/article.md", SampleSet.Article);

        var exported = await RunAsync(folder, "export", file, "--article", "./library");
        var imported = await RunAsync(folder, "import", file, "--into", "./copy");
        var check = await RunAsync(folder, "check", "--article", "./copy");

        Assert.Equal(0, exported.ExitCode);
        Assert.StartsWith($"Exported library to {file}: 2 questions, ", exported.Out, StringComparison.Ordinal);
        Assert.Equal(0, imported.ExitCode);
        Assert.Contains("0 marks to review", imported.Out, StringComparison.Ordinal);
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("copy is usable", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OwnTable_IsServedOnlyAfterReview()
    {
        using var folder = CreateFolder();
        folder.Write("faq.csv", Questions);

        var imported = await RunAsync(folder, "import", "faq.csv", "--into", "./library");
        var check = await RunAsync(folder, "check", "--article", "./library");
        var draft = await RunAsync(folder, "ask", "--json", "--draft", "Who opened it?", "--article", "./library");

        Assert.Equal(0, imported.ExitCode);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("Imported from “faq.csv”, row 2", check.Out, StringComparison.Ordinal);
        Assert.Contains("\"entry\":\"who-opened-it\"", draft.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OverASet_NeedsForceAndKeepsTheOtherParts()
    {
        using var folder = CreateFolder();
        folder.Write("library/knowledge.yaml", SampleSet.Knowledge);
        folder.Write("library/phrasings.txt", "cost\tprice of it\n");
        folder.Write("faq.csv", Questions);
        var before = folder.Read("library/knowledge.yaml");

        var refused = await RunAsync(folder, "import", "faq.csv", "--into", "./library");
        var kept = folder.Read("library/knowledge.yaml");
        var forced = await RunAsync(folder, "import", "faq.csv", "--into", "./library", "--force");
        var people = await RunAsync(folder, "people", "--article", "./library");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--force", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(before, kept);
        Assert.Equal(0, forced.ExitCode);
        Assert.Contains("Rosa Diaz", people.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "library/phrasings.txt")));
        Assert.Equal(before, folder.Read("library/knowledge.yaml.bak"));
        Assert.Equal("cost\tprice of it\n", folder.Read("library/phrasings.txt.bak"));
    }

    [Theory]
    [InlineData("question,answer\nA?,\"b", "faq.csv:2: ")]
    [InlineData("frage,antwort\nA?,b", "--question")]
    public async Task Import_BadFile_WritesNothing(string csv, string expected)
    {
        using var folder = CreateFolder();
        folder.Write("faq.csv", csv);

        var run = await RunAsync(folder, "import", "faq.csv", "--into", "./library");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains(expected, run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(["article.md"], folder.List("library"));
    }

    [Fact]
    public async Task Import_MissingFile_SaysSo()
    {
        using var folder = CreateFolder();

        var run = await RunAsync(folder, "import", "faq.csv", "--into", "./library");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(
            "policybot: faq.csv can't be read", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ExistingFile_NeedsForce()
    {
        using var folder = CreateFolder();
        folder.Write("library/knowledge.yaml", SampleSet.Knowledge);
        folder.Write("page.md", "mine");

        var refused = await RunAsync(folder, "export", "page.md", "--article", "./library");
        var kept = folder.Read("page.md");
        var forced = await RunAsync(folder, "export", "page.md", "--article", "./library", "--force");

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(
            "policybot: page.md exists; choose another file, or add --force to replace it.", refused.Error.Trim());
        Assert.Equal("mine", kept);
        Assert.Equal(0, forced.ExitCode);
        Assert.StartsWith("# Mayor Opens Library\n", folder.Read("page.md"), StringComparison.Ordinal);
        Assert.Equal(["library", "page.md"], folder.List("."));
    }

    [Fact]
    public async Task Export_ToAMissingFolder_SaysSo()
    {
        using var folder = CreateFolder();
        folder.Write("library/knowledge.yaml", SampleSet.Knowledge);

        var run = await RunAsync(folder, "export", "none/set.csv", "--article", "./library");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(
            "policybot: none/set.csv can't be written", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_PageOfAMarkedSet_SaysWhatToDo()
    {
        using var folder = CreateFolder();
        folder.Write("faq.csv", Questions);
        await RunAsync(folder, "import", "faq.csv", "--into", "./library");

        var page = await RunAsync(folder, "export", "page.md", "--article", "./library");
        var table = await RunAsync(folder, "export", "table.csv", "--article", "./library");

        Assert.Equal(1, page.ExitCode);
        Assert.Contains("“review:” marks", Assert.Single(page.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, table.ExitCode);
    }

    [Fact]
    public async Task Export_ArticleWithoutQuestions_SaysSo()
    {
        using var folder = CreateFolder();

        var run = await RunAsync(folder, "export", "set.csv", "--article", "./library");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no questions to export", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static TemporaryFolder CreateFolder()
    {
        var folder = new TemporaryFolder();
        folder.Write("library/article.md", SampleSet.Article);
        return folder;
    }

    private static Task<Run> RunAsync(TemporaryFolder folder, params string[] args) =>
        new Run.Runner { CurrentFolder = folder.FullName }.RunAsync(args);
}
