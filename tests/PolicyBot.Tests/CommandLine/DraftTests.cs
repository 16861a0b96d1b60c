using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

public sealed class DraftTests
{
    private const string Html = """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8"><title>Town Gets A Library | Hill Gazette</title>
        <meta property="og:site_name" content="Hill Gazette">
        <link rel="canonical" href="https://gazette.example/library"></head>
        <body>
        <nav><a href="/">Home</a> <a href="/sports">Sports</a></nav>
        <article><h1>Town Gets A Library</h1><p class="byline">By Ann Lee</p>
        <time datetime="2021-05-03">May 3, 2021</time>
        <p>Mayor Rosa Diaz opened Eastgate Library on May 3, and hundreds of people came to the
        <em>opening</em> of it.</p>
        <p>“It is the living room of this town,” Diaz said. The building cost <a href="/money">$4 million</a>, and the
        town council paid.</p>
        <p>Hill Trust gave half of the money for the books, which come from a shop that closed in the winter.</p>
        </article>
        <aside class="related"><h3>Related</h3><a href="/a">Town Gets A Pool</a></aside>
        <footer>Copyright of the Hill Gazette</footer></body></html>
        """;

    [Fact]
    public async Task Draft_HtmlPage_WritesTheArticleWithoutWhatSurroundsIt()
    {
        using var folder = new TemporaryFolder();
        folder.Write("page.html", Html);

        var run = await RunAsync(folder, "draft", "page.html", "--into", "./library");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            ---
            title: Town Gets A Library
            author: Ann Lee
            publication: Hill Gazette
            date: May 3, 2021
            url: https://gazette.example/library
            ---

            Town Gets A Library

            Mayor Rosa Diaz opened Eastgate Library on May 3, and hundreds of people came to the opening of it.

            “It is the living room of this town,” Diaz said. The building cost $4 million, and the town council paid.

            Hill Trust gave half of the money for the books, which come from a shop that closed in the winter.

            """,
            Read(folder, "library/article.md"));
        Assert.Contains(
            run.OutLines, l => l.StartsWith("- ", StringComparison.Ordinal) && l.Contains("Town Gets A Pool"));
        Assert.Contains("# - around the article: ", Read(folder, "library/knowledge.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_HtmlPage_WritesASetThatCheckReadsAndCallsNotReady()
    {
        using var folder = new TemporaryFolder();
        folder.Write("page.html", Html);
        await RunAsync(folder, "draft", "page.html", "--into", "./library");

        var check = await RunAsync(folder, "check", "--article", "./library");
        var ask = await RunAsync(folder, "ask", "--draft", "--json", "Who is Rosa Diaz?", "--article", "./library");
        var quote = await RunAsync(folder, "quote", "--article", "./library");

        Assert.Equal((1, ""), (check.ExitCode, check.Error));
        Assert.Contains(
            check.OutLines, l => l.Contains("knowledge.yaml:") && l.EndsWith("Check it and remove “review”."));
        Assert.Matches(@"^library is not ready, with \d+ marks to review\. Questions: \d+;", check.OutLines[^1]);
        Assert.Contains("\"entry\":\"who-rosa-diaz\"", ask.Out, StringComparison.Ordinal);
        Assert.Contains("Rosa Diaz", quote.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_SentencesThatNeedThought_AreMarkedOrCutAtAWholePhrase()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "page.html",
            Html.Replace(
                "<p>Hill Trust gave",
                "<p>Choosing books with two proposed shelves.</p><p>In planning the hall, it was a challenge to hear "
                    + "everybody.</p><p>The Reading Agency proposed new shelves for all libraries that will give "
                    + "readers clear, warm light.</p><p>Hill Trust gave",
                StringComparison.Ordinal));

        await RunAsync(folder, "draft", "page.html", "--into", "./library");

        var set = Read(folder, "library/knowledge.yaml");
        Assert.Contains("review: Say what “it” is, ", set, StringComparison.Ordinal);
        Assert.DoesNotContain("What did choosing books with two propose?", set, StringComparison.Ordinal);
        Assert.Contains("role: proposed new shelves for all libraries\n", set, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_NoFolderNamed_NamesItForTheTitleInTheArticlesFolder()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "page.html", Html.Replace("Town Gets A Library", "../../Town: a “new” Library", StringComparison.Ordinal));

        var run = await RunAsync(folder, "draft", "page.html");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var articles = Path.Combine(folder.FullName, "config", "articles");
        Assert.Equal([Path.Combine(articles, "town-a-new-library")], Directory.GetFileSystemEntries(articles));
    }

    [Fact]
    public async Task Draft_Markdown_TakesTheFrontMatterAndRemovesMarks()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "2021-05-03-library.md",
            """
            ---
            layout: post
            title: "Town gets a library"
            author: Ann Lee
            ---

            ![The building](a.jpg)

            Mayor Rosa Diaz opened **Eastgate Library**, and hundreds of people came to the [opening](http://a.example)
            of it on a sunny day.

            ## What it costs

            The building cost $4 million, and the town council paid for _most_ of it out of a fund for schools.
            """);

        var run = await RunAsync(folder, "draft", "2021-05-03-library.md", "--into", "./library");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            ---
            title: Town gets a library
            author: Ann Lee
            date: May 3, 2021
            ---

            Town gets a library

            Mayor Rosa Diaz opened Eastgate Library, and hundreds of people came to the opening of it on a sunny day.

            What it costs

            The building cost $4 million, and the town council paid for most of it out of a fund for schools.

            """,
            Read(folder, "library/article.md"));
    }

    [Theory]
    [InlineData("windows-1252", "<meta charset=windows-1252>")]
    [InlineData("shift_jis", "<meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>")]
    [InlineData("utf-8", "")]
    [InlineData("utf-16", "")]
    public async Task Draft_PageInItsEncoding_ReadsTheSameText(string encoding, string declaration)
    {
        using var folder = new TemporaryFolder();
        var quoted = encoding == "shift_jis" ? "図書館" : "Café à la “Größe”";
        var page = Html.Replace("<meta charset=\"utf-8\">", declaration, StringComparison.Ordinal)
            .Replace("the living room", quoted, StringComparison.Ordinal);
        var bytes = GetEncoding(encoding);
        folder.Write("page.html", [
            .. bytes.GetPreamble(), .. bytes.GetBytes(page.Replace("“It is", "\"It is").Replace("town,”", "town,\""))
        ]);

        var run = await RunAsync(folder, "draft", "page.html", "--into", "./library");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(
            $"\"It is {quoted} of this town,\" Diaz", Read(folder, "library/article.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_EncodingNamed_IsUsedForAPageThatDeclaresNone()
    {
        using var folder = new TemporaryFolder();
        var page = Html.Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal);
        folder.Write("page.html", GetEncoding("windows-1252").GetBytes(page));

        var run = await RunAsync(folder, "draft", "page.html", "--into", "./library", "--encoding", "windows-1252");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("“It is the living room", Read(folder, "library/article.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_FolderWithASet_IsReplacedWithForceOnlyAndKeptAsBackup()
    {
        using var folder = new TemporaryFolder();
        folder.Write("page.html", Html);
        folder.Write("library/article.md", "old");
        folder.Write("library/phrasings.txt", "old phrasings");
        folder.Write("library/evaluation.tsv", "old questions");

        var refused = await RunAsync(folder, "draft", "page.html", "--into", "./library");

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(
            $"policybot: {Path.Combine(folder.FullName, "library")} already has an article. "
                + "Name another folder with --into, or replace it with --force.",
            Assert.Single(refused.ErrorLines));
        Assert.Equal("old", Read(folder, "library/article.md"));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "library", "knowledge.yaml")));

        var forced = await RunAsync(folder, "draft", "page.html", "--into", "./library", "--force");

        Assert.Equal((0, ""), (forced.ExitCode, forced.Error));
        Assert.Equal(
            ["article.md", "article.md.bak", "evaluation.tsv", "knowledge.yaml", "phrasings.txt.bak"],
            Directory.GetFiles(Path.Combine(folder.FullName, "library"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal));
        Assert.Equal("old", Read(folder, "library/article.md.bak"));
    }

    internal static Task<Run> RunAsync(TemporaryFolder folder, params string[] args) =>
        new Run.Runner { ProgramFolder = folder.FullName, CurrentFolder = folder.FullName }.RunAsync(args);

    internal static System.Text.Encoding GetEncoding(string name) =>
        System.Text.CodePagesEncodingProvider.Instance.GetEncoding(name) ?? System.Text.Encoding.GetEncoding(name);

    private static string Read(TemporaryFolder folder, string path) =>
        File.ReadAllText(Path.Combine(folder.FullName, path));
}
