using System.Text;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

public sealed class DraftBadInputTests
{
    private const string Prose =
        "<p>Mayor Rosa Diaz opened Eastgate Library on May 3, and hundreds of people came to the opening of it.</p>"
        + "<p>The building cost $4 million, and the town council paid for most of it out of a fund for schools.</p>";

    private const string Accent =
        "<p>The café of the library is open every day, and it sells cake and tea to readers.</p>";

    [Fact]
    public async Task Draft_PageOf50Megabytes_IsRefused() =>
        await AssertRefusedAsync(new byte[50 * 1024 * 1024], "It is larger than 10 MB.");

    [Theory]
    [InlineData("%PDF-1.7 …", "It is a PDF document, not a page.")]
    [InlineData("PK\u0003\u0004 …", "It is a ZIP archive or an Office document, not a page.")]
    [InlineData("a\0b\0\0c\u0001\u0002", "It is a binary file, not a page.")]
    [InlineData("\u0001\u0002\u0003\u0004 a text of controls \u0005\u0006", "It is a binary file, not a page.")]
    public async Task Draft_FileThatIsNoPage_IsRefused(string content, string problem) =>
        await AssertRefusedAsync(Encoding.UTF8.GetBytes(content), problem);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    public async Task Draft_DeeplyNestedElements_AreRefused(string tags) =>
        await AssertRefusedAsync(
            ToPage(string.Concat(Enumerable.Repeat(tags, 100_000)) + Prose), "nested more than 250 levels deep.");

    [Fact]
    public async Task Draft_ElementsNestedJustTooDeeply_AreRefused() =>
        await AssertRefusedAsync(
            ToPage(string.Concat(Enumerable.Repeat("<div>", 300)) + Prose), "nested more than 250 levels deep.");

    [Fact]
    public async Task Draft_MillionElements_AreRefused() =>
        await AssertRefusedAsync(
            ToPage(string.Concat(Enumerable.Repeat("<br>", 1_000_000)) + Prose), "It has more than 50000 elements.");

    [Fact]
    public async Task Draft_ThousandsOfAttributes_AreRefused() =>
        await AssertRefusedAsync(
            ToPage("<div " + string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=1")) + ">" + Prose),
            "It has an element with more than 300 attributes.");

    [Fact]
    public async Task Draft_HugeAttributesAndScripts_AreIgnored()
    {
        using var folder = new TemporaryFolder();
        var huge = new string('a', 2_000_000);
        var data = string.Concat(Enumerable.Repeat("[", 100_000));
        folder.Write("page.html", ToPage(
            $"<script type='application/ld+json'>{data}</script><script>{huge}</script><style>{huge}</style>"
            + $"<h1>Library</h1><img src='data:image/png;base64,{huge}'><div class='{huge}'>{Prose}</div>"));

        var run = await DraftTests.RunAsync(folder, "draft", "page.html", "--into", "./new");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.InRange(new FileInfo(Path.Combine(folder.FullName, "new", "article.md")).Length, 200, 1000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<html><body><ul><li><a href=a>One</a><li><a href=b>Two</a></ul></body></html>")]
    [InlineData(
        "<html><body><form><input name=user><input name=password><button>Sign in</button></form></body></html>")]
    public async Task Draft_PageWithoutAnArticle_IsRefused(string page) =>
        await AssertRefusedAsync(Encoding.UTF8.GetBytes(page), "No article was found in it");

    [Fact]
    public async Task Draft_UndeclaredEncodingOtherThanUtf8_NamesLineAndOption() =>
        await AssertRefusedAsync(
            Encoding.Latin1.GetBytes($"<html><body>\n{Prose}\n{Accent}"),
            "Line 3 can't be read as UTF-8, and it declares no encoding. "
                + "Save it as UTF-8, or name its encoding with --encoding, such as windows-1252.");

    [Fact]
    public async Task Draft_DeclaredUtf8ThatIsNone_NamesLineAndOption() =>
        await AssertRefusedAsync(
            Encoding.Latin1.GetBytes($"<html><meta charset=utf-8><body>\n{Accent}{Prose}"),
            "Line 2 can't be read as UTF-8, which it declares. "
                + "Give the right one with --encoding, such as windows-1252.");

    [Fact]
    public async Task Draft_Utf8DeclaredAsSomethingElse_NamesTheOption() =>
        await AssertRefusedAsync(
            Encoding.UTF8.GetBytes($"<html><meta charset=iso-8859-1><body>\n{Accent}{Prose}"),
            "It declares the encoding iso-8859-1, but it is written in UTF-8. "
                + "Give the right one with --encoding: utf-8.");

    [Fact]
    public async Task Draft_UnknownEncoding_IsRefused()
    {
        await AssertRefusedAsync(
            Encoding.UTF8.GetBytes($"<html><meta charset=klingon><body>{Prose}"),
            "It declares the unknown encoding “klingon”. Give the right one with --encoding, such as utf-8.");
        await AssertRefusedAsync(
            Encoding.UTF8.GetBytes($"<html><body>{Prose}"), "The encoding “klingon” is unknown.", "--encoding",
            "klingon");
    }

    [Theory]
    [InlineData("https://example.com/article")]
    [InlineData("http://example.com")]
    [InlineData("www.example.com/article.html")]
    public async Task Draft_Address_SaysToSaveThePageFirst(string address)
    {
        using var folder = new TemporaryFolder();

        var run = await DraftTests.RunAsync(folder, "draft", address);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith(
            "policybot: draft reads a file, not an address. Save the page first", Assert.Single(run.ErrorLines));
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullName));
    }

    [Theory]
    [InlineData("none.html")]
    [InlineData(".")]
    public async Task Draft_NoFile_IsRefused(string page)
    {
        using var folder = new TemporaryFolder();

        var run = await DraftTests.RunAsync(folder, "draft", page);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"policybot: {page} can't be read; choose a saved page.", Assert.Single(run.ErrorLines));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("..")]
    public async Task Draft_PathThatLeavesTheFolder_IsRefused(string into)
    {
        using var folder = new TemporaryFolder();
        folder.Write("inner/page.html", ToPage("<h1>Library</h1>" + Prose));
        var inner = Path.Combine(folder.FullName, "inner");

        var run = await new Run.Runner { ProgramFolder = inner, CurrentFolder = inner }
            .RunAsync("draft", "page.html", "--into", into);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("policybot: --into names a folder outside the current one;", Assert.Single(run.ErrorLines));
        Assert.Equal([inner], Directory.GetFileSystemEntries(folder.FullName));
        Assert.Single(Directory.GetFileSystemEntries(inner));
    }

    [Fact]
    public async Task Draft_FolderThatCannotBeWritten_LeavesNothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("page.html", ToPage("<h1>Library</h1>" + Prose));
        folder.Write("taken", "a file");
        folder.Write("half/article.md/other.txt", "a folder where the file should be");

        var taken = await DraftTests.RunAsync(folder, "draft", "page.html", "--into", "./taken/new");
        var half = await DraftTests.RunAsync(folder, "draft", "page.html", "--into", "./half");

        foreach (var run in new[] { taken, half })
        {
            Assert.Equal(1, run.ExitCode);
            Assert.Matches(
                @"^policybot: .+ can't be written \(.+\); choose another folder", Assert.Single(run.ErrorLines));
        }

        Assert.Equal(
            ["half", "page.html", "taken"],
            Directory.GetFileSystemEntries(folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("article.md", Path.GetFileName(Assert.Single(
            Directory.GetFileSystemEntries(Path.Combine(folder.FullName, "half")))));
    }

    [Fact]
    public async Task Check_AliasBomb_IsAnErrorAtOnce()
    {
        var bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var i = 1; i < 30; i++)
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        bomb.Append("summary: *a29\nquestions: *a29\n");

        var run = await CheckAsync(bomb.ToString());

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.ErrorLines, l => l.Contains("an alias (*a29)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public async Task Check_DeeplyNestedYaml_IsAnErrorAtOnce(string opening)
    {
        var run = await CheckAsync("questions: \n  " + string.Concat(Enumerable.Repeat(opening, 100_000)));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "Lists and maps are nested more than 16 levels deep here.", Assert.Single(run.ErrorLines),
            StringComparison.Ordinal);
    }

    private static async Task<Run> CheckAsync(string knowledge)
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/article.md", "---\ntitle: Cats\n---\n\nCats\n\nCats sleep a lot.\n");
        folder.Write("mine/knowledge.yaml", knowledge);
        return await DraftTests.RunAsync(folder, "check", "--article", "./mine");
    }

    private static async Task AssertRefusedAsync(byte[] page, string problem, params string[] options)
    {
        using var folder = new TemporaryFolder();
        folder.Write("page.html", page);

        var run = await DraftTests.RunAsync(folder, ["draft", "page.html", "--into", "./new", .. options]);

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        var line = Assert.Single(run.ErrorLines);
        Assert.StartsWith("policybot: page.html: ", line, StringComparison.Ordinal);
        Assert.Contains(problem, line, StringComparison.Ordinal);
        Assert.Equal(
            [Path.Combine(folder.FullName, "page.html")], Directory.GetFileSystemEntries(folder.FullName));
    }

    private static byte[] ToPage(string body) =>
        Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>");
}
