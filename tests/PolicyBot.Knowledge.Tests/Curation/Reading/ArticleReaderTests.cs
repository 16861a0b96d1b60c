using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Curation.Reading;

public sealed class ArticleReaderTests
{
    [Theory]
    [InlineData("author: Ann Lee", "writer: Ann Lee", 3, "front matter", "“writer” is unknown", "“author”")]
    [InlineData("author: Ann Lee", "Ann Lee", 3, "front matter", "“Ann Lee” is not a key", "key: value")]
    [InlineData("author: Ann Lee", "author:", 3, "author", "“author” is empty", "after the colon")]
    [InlineData(
        "author: Ann Lee",
        "title: Mayor Opens Library",
        3,
        "title",
        "“title” appears twice; the first is on line 2",
        "one of the two")]
    [InlineData("title: Mayor Opens Library\n", "", 1, "title", "title is missing", "title:")]
    [InlineData("title: Mayor Opens Library\n", "title:\n", 2, "title", "“title” is empty", "after the colon")]
    [InlineData(
        "title: Mayor Opens Library\n",
        "title: Mayor Shuts Library\n",
        2,
        "title",
        "“Mayor Shuts Library” differs from the body's first paragraph, “Mayor Opens Library”",
        "exactly the same")]
    [InlineData("author: Ann Lee", "url: ftp://example.org/a", 3, "url", "org/a” isn't a web", "https://")]
    [InlineData("author: Ann Lee", "correction: May 3 It opened.", 3, "correction", "isn't a date", "2026-03-01")]
    [InlineData("author: Ann Lee", "correction: 2026-13-01 It opened.", 3, "correction", "isn't a date", "2026-03-01")]
    [InlineData("author: Ann Lee", "correction: 2026-03-01", 3, "correction", "isn't a date", "2026-03-01")]
    [InlineData("author: Ann Lee", "correction:", 3, "correction", "is empty", "2026-03-01")]
    [InlineData("author: Ann Lee", "url: example.org", 3, "url", "“example.org” isn't a web address", "https://")]
    [InlineData("author: Ann Lee", "url: https://", 3, "url", "“https://” isn't a web address", "from the browser")]
    [InlineData("author: Ann Lee", "url: https://a:b@example.org", 3, "url", "isn't a web address", "from the browser")]
    [InlineData("author: Ann Lee", "url: javascript:alert(1)", 3, "url", "isn't a web address", "from the browser")]
    [InlineData("author: Ann Lee", "author: Ann\u00ADLee", 3, "author", "U+00AD after “Ann”", "Remove it")]
    [InlineData("The Hill Trust gave", "The Hill \u200BTrust gave", 12, "body", "U+200B", "Remove it")]
    public void Read_OneError_ReportsLineEntryProblemAndFix(
        string old, string replacement, int line, string entry, string problem, string fix)
    {
        var errors = SampleSet.ReadErrors(SampleSet.With(SampleSet.Article, old, replacement))
            .Where(f => f.File == SampleSet.ArticlePath);

        var error = Assert.Single(errors);

        Assert.Equal((line, entry), (error.Line, error.Entry));
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.Contains(fix, error.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e")]
    [InlineData("HTTP://Example.org/Über uns", "http://example.org/%C3%9Cber%20uns")]
    public void Read_Url_IsPercentEncoded(string url, string expected)
    {
        var article = SampleSet.With(SampleSet.Article, "author: Ann Lee", $"url: {url}");

        var set = Assert.IsType<ReadResult.Valid>(SampleSet.Read(article)).Set;

        Assert.Equal(expected, set.Article.Url);
    }

    [Fact]
    public void Read_LongUrl_IsAnError()
    {
        var url = $"url: https://example.org/{new string('a', 500)}";

        var error = Assert.Single(SampleSet.ReadErrors(SampleSet.With(SampleSet.Article, "author: Ann Lee", url)));

        Assert.Equal((3, "url", "Shorten it to at most 512."), (error.Line, error.Entry, error.Fix));
    }

    [Fact]
    public void Read_NoFrontMatter_IsOnlyError()
    {
        var body = SampleSet.Article[SampleSet.Article.IndexOf("\nMayor", StringComparison.Ordinal)..].TrimStart();

        var error = Assert.Single(SampleSet.ReadErrors(body));

        Assert.Equal((1, null, "The file has no front matter."), (error.Line, error.Entry, error.Problem));
    }

    [Fact]
    public void Read_FrontMatterWithoutEnd_IsOnlyError()
    {
        var error = Assert.Single(SampleSet.ReadErrors(SampleSet.With(SampleSet.Article, "May 3\n---\n", "May 3\n")));

        Assert.Equal((1, "The front matter has no end."), (error.Line, error.Problem));
    }

    [Theory]
    [InlineData("---\ntitle: A\n---\n")]
    [InlineData("---\ntitle: A\n---")]
    [InlineData("---\ntitle: A\n---\n\n  \n")]
    public void Read_NoBody_IsOnlyError(string article) =>
        Assert.Equal("The article has no body.", Assert.Single(SampleSet.ReadErrors(article)).Problem);

    [Fact]
    public void Read_EmptyArticle_ReportsNoFrontMatterAndNoBody() =>
        Assert.Equal([1, 1], SampleSet.ReadErrors("").Select(f => f.Line));
}
