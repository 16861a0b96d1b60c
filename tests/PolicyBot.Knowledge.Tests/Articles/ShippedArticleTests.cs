using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Articles;

public sealed class ShippedArticleTests
{
    private const string AboutTheAuthor = "About the Author";
    private const string Furniture = "Featured";

    [Fact]
    public void Body_ShippedArticle_EqualsSourcePage()
    {
        var folder = TestFolders.Above(Path.Combine("shared", "source"));
        if (folder is null) Assert.Skip("skipped, because no folder shared/source with the source page is at hand");
        var page = Directory.GetFiles(folder, "*.txt");
        if (page.Length != 1) Assert.Skip($"skipped, because {folder} holds {page.Length} pages, not one");

        // The page tells its headline twice, and ends with the site's furniture.
        var lines = File.ReadAllLines(page[0])
            .Select(l => l.Trim()).Where(l => l.Length > 0).TakeWhile(l => l != Furniture)
            .Where(l => l != AboutTheAuthor).ToList();
        Assert.Equal(lines[0], lines[1]);
        var errors = new DiagnosticBag(ShippedSet.Article.Path);
        var article = ArticleReader.Read(ShippedSet.Article.Text, errors, new SetLocations("", "", ""), out _);

        Assert.True(errors.IsEmpty);
        Assert.Equal(lines.Skip(1), article!.Paragraphs.Select(p => p.Text));
        Assert.Equal(13, article.Paragraphs.Count);
    }
}
