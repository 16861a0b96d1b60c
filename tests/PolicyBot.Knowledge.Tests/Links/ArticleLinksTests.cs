using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Links;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Links;

public sealed class ArticleLinksTests
{
    private const string Url = "https://example.org/library";

    private static readonly string LongSentence =
        "The trust’s chair, a retired teacher, said that the library is safe for everyone who visits it, that unsafe "
        + "stairs were rebuilt, and that the roof would be next.";

    [Fact]
    public void GetUrl_ArticleWithoutAddress_IsNull() =>
        Assert.Null(new ArticleLinks(Create(null, "It is open.")).GetUrl(new TextSpan(0, 2)));

    [Fact]
    public void GetUrl_NoPassage_IsTheAddress() => Assert.Equal(Url, new ArticleLinks(Create(Url, "Open.")).GetUrl());

    [Theory]
    [InlineData("It cost four million dollars.", "It%20cost%20four%20million%20dollars.")]
    [InlineData("“It’s open”", "%E2%80%9CIt%E2%80%99s%20open%E2%80%9D")]
    [InlineData("end-to-end, black & white (or not)", "end%2Dto%2Dend%2C%20black%20%26%20white%20%28or%20not%29")]
    [InlineData("Библиотека открыта", "%D0%91%D0%B8%D0%B1%D0%BB%D0%B8%D0%BE%D1%82%D0%B5%D0%BA%D0%B0%20"
        + "%D0%BE%D1%82%D0%BA%D1%80%D1%8B%D1%82%D0%B0")]
    [InlineData("図書館", "%E5%9B%B3%E6%9B%B8%E9%A4%A8")]
    [InlineData("two\nlines", "two%20lines")]
    public void GetUrl_ShortPassage_IsEncodedExactly(string passage, string expected) =>
        Assert.Equal(expected, GetDirective($"Before it. {passage} After it.", passage));

    [Fact]
    public void GetUrl_LongPassage_HasItsFirstAndLastWords() =>
        Assert.Equal(
            "The%20trust%E2%80%99s%20chair%2C%20a,roof%20would%20be%20next.",
            GetDirective($"Before it. {LongSentence} After it.", LongSentence));

    [Fact]
    public void GetUrl_LongPassageWhoseFirstWordsAreRepeated_HasMoreOfThem() =>
        Assert.Equal(
            "The%20trust%E2%80%99s%20chair%2C%20a%20retired%20teacher%2C%20said,roof%20would%20be%20next.",
            GetDirective($"The trust’s chair, a retired teacher, left. {LongSentence} After it.", LongSentence));

    [Fact]
    public void GetUrl_LongPassageWhoseLastWordsAreRepeatedInIt_HasMoreOfThem()
    {
        var passage = $"Some say that the town was told that the roof would be next. {LongSentence}";

        Assert.Equal("Some%20say%20that%20the,and%20that%20the%20roof%20would%20be%20next.", GetDirective(
            passage, passage));
    }

    [Fact]
    public void GetUrl_PassageOfTwoParagraphs_IsNeverOneExactText() =>
        Assert.Equal("It%20is%20open.,Come%20in.", GetDirective("It is open.\n\nCome in.", "It is open.\n\nCome in."));

    [Theory]
    [InlineData("The stairs are safe. The roof is safe.", 1, "is-,safe")]
    [InlineData("The stairs are safe. The roof is safe.", 0, "are-,safe")]
    [InlineData("Safe is the roof. Safe are the stairs.", 0, "Safe,-is")]
    [InlineData("The roof is safe now. A roof is safe here.", 1, "safe,-here.")]
    [InlineData("First.\n\nIt is safe.\n\nSecond.\n\nIt is safe.", 1, "Second.-,It%20is%20safe.")]
    [InlineData("It is safe.\n\nIt is safe.", 1, "safe.-,It%20is%20safe.")]
    [InlineData("It is safe here. It is safe there. It is safe here and there.", 2, "safe,-here%20and")]
    [InlineData("Old safe door. Old safe key. New safe door.", 0, "Old-,safe,-door.")]
    public void GetUrl_RepeatedText_HasTheWordsAroundIt(string body, int occurrence, string expected)
    {
        var article = Create(Url, body);
        var at = -1;
        for (var i = 0; i <= occurrence; i++) at = body.IndexOf("safe", at + 1, StringComparison.OrdinalIgnoreCase);

        Assert.Equal($"{Url}#:~:text={expected}", new ArticleLinks(article).GetUrl(new TextSpan(at, at + 4)));
    }

    [Fact]
    public void GetUrl_SeveralPassages_HasADirectiveForEach()
    {
        var links = new ArticleLinks(Create(Url, "It is open. Come in."));

        Assert.Equal(
            $"{Url}#:~:text=It%20is%20open.&text=Come%20in.", links.GetUrl(new TextSpan(0, 11), new TextSpan(12, 20)));
    }

    [Fact]
    public void GetUrl_AddressWithAFragment_KeepsIt() =>
        Assert.Equal(
            $"{Url}#news:~:text=open",
            new ArticleLinks(Create($"{Url}#news", "It is open.")).GetUrl(new TextSpan(6, 10)));

    [Fact]
    public void GetUrl_EveryEvidenceOfTheShippedSet_IsShortAndUnambiguous()
    {
        var set = ShippedAnswerer.Set;
        var links = new ArticleLinks(Create(Url, set.Article.Body));
        var passages = set.Questions.SelectMany(q => q.Evidence).Concat(set.Quotes.Select(q => q.Passage)).ToList();

        Assert.All(passages, p => Assert.InRange(links.GetUrl(p.Span)!.Length, Url.Length + 10, 500));
        Assert.Equal(
            passages.Select(p => p.Span).Distinct().Count(),
            passages.DistinctBy(p => p.Span).Select(p => links.GetUrl(p.Span)).Distinct().Count());
    }

    private static string GetDirective(string body, string passage)
    {
        var article = Create(Url, body);
        var at = body.IndexOf(passage, StringComparison.Ordinal);
        var url = new ArticleLinks(article).GetUrl(new TextSpan(at, at + passage.Length))!;
        Assert.StartsWith($"{Url}#:~:text=", url, StringComparison.Ordinal);
        return url[$"{Url}#:~:text=".Length..];
    }

    private static Article Create(string? url, string body) => new("T", null, null, null, body) { Url = url };
}
