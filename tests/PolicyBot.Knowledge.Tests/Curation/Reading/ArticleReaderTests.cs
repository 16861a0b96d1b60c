using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Curation.Reading;

public sealed class ArticleReaderTests
{
    [Theory]
    [InlineData("author: Ann Lee", "writer: Ann Lee", 3, "front matter", "“writer” is unknown", "“author”")]
    [InlineData("author: Ann Lee", "Ann Lee", 3, "front matter", "“Ann Lee” is not a key", "key: value")]
    [InlineData("author: Ann Lee", "author:", 3, "author", "“author” is empty", "after the colon")]
    [InlineData("author: Ann Lee", "title: Mayor Opens Library", 3, "title", "“title” appears twice; the first is on line 2", "one of the two")]
    [InlineData("title: Mayor Opens Library\n", "", 1, "title", "title is missing", "title:")]
    [InlineData("title: Mayor Opens Library\n", "title:\n", 2, "title", "“title” is empty", "after the colon")]
    [InlineData("title: Mayor Opens Library\n", "title: Mayor Shuts Library\n", 2, "title", "“Mayor Shuts Library” differs from the body's first paragraph, “Mayor Opens Library”", "exactly the same")]
    [InlineData("author: Ann Lee", "author: Ann\u00ADLee", 3, "author", "U+00AD after “Ann”", "Remove it")]
    [InlineData("The Hill Trust gave", "The Hill \u200BTrust gave", 12, "body", "U+200B", "Remove it")]
    public void Read_OneFault_TellsLineEntryWordsAndFix(string old, string replacement, int line, string entry, string problem, string fix)
    {
        var faults = SoundSet.Faults(SoundSet.With(SoundSet.Article, old, replacement)).Where(f => f.File == SoundSet.ArticlePath);

        var fault = Assert.Single(faults);

        Assert.Equal((line, entry), (fault.Line, fault.Entry));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.Contains(fix, fault.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFrontMatter_IsTheOnlyFault()
    {
        var body = SoundSet.Article[SoundSet.Article.IndexOf("\nMayor", StringComparison.Ordinal)..].TrimStart();

        var fault = Assert.Single(SoundSet.Faults(body));

        Assert.Equal((1, null, "The file has no front matter."), (fault.Line, fault.Entry, fault.Problem));
    }

    [Fact]
    public void Read_FrontMatterNotClosed_IsTheOnlyFault()
    {
        var fault = Assert.Single(SoundSet.Faults(SoundSet.With(SoundSet.Article, "May 3\n---\n", "May 3\n")));

        Assert.Equal((1, "The front matter has no end."), (fault.Line, fault.Problem));
    }

    [Theory]
    [InlineData("---\ntitle: A\n---\n")]
    [InlineData("---\ntitle: A\n---")]
    [InlineData("---\ntitle: A\n---\n\n  \n")]
    public void Read_NoBody_IsTheOnlyFault(string article) => Assert.Equal("The article has no body.", Assert.Single(SoundSet.Faults(article)).Problem);

    [Fact]
    public void Read_EmptyArticle_TellsNoFrontMatterAndNoBody() => Assert.Equal([1, 1], SoundSet.Faults("").Select(f => f.Line));
}
