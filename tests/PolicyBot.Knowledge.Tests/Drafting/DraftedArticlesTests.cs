using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Drafting;
using PolicyBot.Knowledge.Drafting.Pages;
using PolicyBot.Knowledge.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Drafting;

/// <summary>Drafts the pages of three articles and compares them with the sets that people wrote.</summary>
public sealed class DraftedArticlesTests
{
    private const double MinFound = 0.9;

    private const string MeatPage = "1906-06-04-message-regarding-meatpacking-plants.md";

    private static readonly string[] Names = ["facebook-encryption", "meat-inspection", "prepaid-disclosures"];

    [Theory]
    [InlineData("facebook-encryption")]
    [InlineData("meat-inspection")]
    [InlineData("prepaid-disclosures")]
    public void Draft_PageOfAnArticle_HasEveryParagraphAndNoClutter(string name)
    {
        var (_, _, comparison) = Draft(name);

        Assert.Empty(comparison.LostParagraphs);
        Assert.Empty(comparison.Clutter);
    }

    [Theory]
    [InlineData("facebook-encryption")]
    [InlineData("meat-inspection")]
    [InlineData("prepaid-disclosures")]
    public void Draft_PageOfAnArticle_IsAValidSetWithTheRightSpeakers(string name)
    {
        var (draft, drafted, comparison) = Draft(name);

        Assert.Empty(comparison.WrongSpeakers);
        Assert.Equal(draft.Counts.Marks, drafted.ReviewMarks.Count);
        Assert.Equal(draft.Counts.Questions, drafted.Questions.Count);
        Assert.All(
            drafted.Questions.SelectMany(q => q.Evidence).Concat(drafted.Quotes.Select(q => q.Passage)),
            p => Assert.Equal(p.Text, drafted.Article.Body[p.Span.Start..p.Span.End]));
    }

    [Fact]
    public void Draft_PagesOfAllArticles_FindsNineInTenQuotesPeopleAndFigures()
    {
        var all = Names.Select(n => Draft(n).Comparison).ToList();

        AssertFound([.. all.SelectMany(c => c.Quotes)]);
        AssertFound([.. all.SelectMany(c => c.People)]);
        AssertFound([.. all.SelectMany(c => c.Figures)]);
    }

    [Fact]
    public void Draft_PrepaidPage_HasTheMetadataOfThePage()
    {
        var page = Draft("prepaid-disclosures").Draft.Page;

        Assert.Equal("Designing prepaid card disclosures", page.Title);
        Assert.Equal("Mollie Bates, Elizabeth Bond, and Desirée García", page.Author);
        Assert.Equal("CFPB Open Tech", page.Publication);
        Assert.Equal("March 16, 2015", page.Date);
        Assert.Equal("https://cfpb.github.io/articles/designing-prepaid-card-disclosures/", page.Url);
        Assert.Empty(page.Doubts);
    }

    [Fact]
    public void Draft_MeatPage_TakesTitleAndDateFromItsFileNameAndSaysSo()
    {
        var page = Draft("meat-inspection").Draft.Page;

        Assert.Equal("Message regarding meatpacking plants", page.Title);
        Assert.Equal("Theodore Roosevelt", page.Author);
        Assert.Equal("June 4, 1906", page.Date);
        Assert.Equal(2, page.Doubts.Count);
    }

    private static void AssertFound(List<(string Text, bool IsFound)> all)
    {
        var missing = all.Where(a => !a.IsFound).Select(a => a.Text).ToList();
        Assert.True(all.Count - missing.Count >= MinFound * all.Count, "missing: " + string.Join(" | ", missing));
    }

    private static (Draft Draft, KnowledgeSet Set, DraftComparison Comparison) Draft(string name)
    {
        var (file, bytes, written) = name == ShippedSet.Name ? ReadShipped() : ReadOther(name);
        var page = Assert.IsType<PageResult.Read>(PageReader.Read(file, bytes)).Page;
        var draft = ArticleDrafter.Create(page);
        var set = Assert.IsType<ReadResult.Valid>(KnowledgeReader.Read(
            name, new KnowledgeFile("article.md", draft.Article), new KnowledgeFile("knowledge.yaml", draft.Knowledge),
            null, MarkedEntryHandling.Included)).Set;
        return (draft, set, DraftComparison.Create(draft, set, written));
    }

    private static (string File, byte[] Bytes, KnowledgeSet Written) ReadShipped()
    {
        var folder = TestFolders.Above(Path.Combine("shared", "source"));
        if (folder is null) Assert.Skip("skipped: no folder shared/source with the shipped article's page");
        var page = Directory.GetFiles(folder, "*.txt").Single();
        var set = Assert.IsType<ReadResult.Valid>(
            KnowledgeReader.Read(ShippedSet.Name, ShippedSet.Article, ShippedSet.Knowledge)).Set;
        return (page, File.ReadAllBytes(page), set);
    }

    private static (string File, byte[] Bytes, KnowledgeSet Written) ReadOther(string name)
    {
        var folder = TestFolders.Above(Path.Combine("tests", "articles", name));
        if (folder is null) Assert.Skip($"skipped: no folder tests/articles/{name}");
        var html = Path.Combine(folder, "source.html");
        var page = File.Exists(html) ? html : Path.Combine(folder, "source.md");
        // The name that the text has in its repository.
        return (page == html ? page : MeatPage, File.ReadAllBytes(page), ArticleFolder.Read(name).Set);
    }
}
