using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Articles;

public sealed class ArticleTests
{
    [Fact]
    public void Read_FrontMatter_IsVerbatim()
    {
        var article = Read(SampleSet.Article);

        Assert.Equal(
            ("Mayor Opens Library", "Ann Lee", "Hill Gazette", "May 3"),
            (article.Title, article.Author, article.Publication, article.Date));
    }

    [Fact]
    public void Read_OnlyTitle_HasNoOtherValues()
    {
        var article =
            Read(SampleSet.With(SampleSet.Article, "author: Ann Lee\npublication: Hill Gazette\ndate: May 3\n", ""));

        Assert.Equal((null, null, null), (article.Author, article.Publication, article.Date));
    }

    [Theory]
    [InlineData("Library\n\nMayor", "Library\n\n\n\nMayor")]
    [InlineData("Library\n\nMayor", "Library  \n \nMayor")]
    [InlineData("for the Hill Gazette.", "for the Hill Gazette. \n\n \n")]
    public void Read_SuperfluousSpace_IsRemoved(string old, string replacement) =>
        Assert.Equal(Read(SampleSet.Article).Body, Read(SampleSet.With(SampleSet.Article, old, replacement)).Body);

    [Fact]
    public void Paragraphs_OfBody_AreVerbatimWithTheirSpans()
    {
        var article = Read(SampleSet.Article);

        Assert.Equal(4, article.Paragraphs.Count);
        Assert.All(
            article.Paragraphs.Concat(article.Sentences),
            p => Assert.Equal(p.Text, article.Body[p.Span.Start..p.Span.End]));
        Assert.Equal("Mayor Rosa Diaz opened Eastgate Library on May 3.", article.Sentences[1].Text);
    }

    [Theory]
    [InlineData("The report of Messrs. Reynolds and Neill came in.")]
    [InlineData("Atty. Gen. William P. Barr signed for the U.S. Department of Justice.")]
    [InlineData("J. R. R. Smith of Smith Bros. Inc. objected.")]
    [InlineData("See Figs. 2 and 3, e.g. Nos. 4 and 5.")]
    public void Sentences_AbbreviationInside_AreNotCutThere(string sentence)
    {
        var article = new Article("Title", null, null, null, $"{sentence} Then it ended.");

        Assert.Equal([sentence, "Then it ended."], article.Sentences.Select(s => s.Text));
    }

    [Theory]
    [InlineData("They said no. The vote failed.", "They said no.")]
    [InlineData("It was up to part B2. The rest waited.", "It was up to part B2.")]
    [InlineData("So did I. Nobody else came.", "So did I.")]
    public void Sentences_WordThatLooksShort_EndsThem(string body, string first) =>
        Assert.Equal(first, new Article("Title", null, null, null, body).Sentences[0].Text);

    private static Article Read(string text) => Assert.IsType<ReadResult.Valid>(SampleSet.Read(text)).Set.Article;
}
