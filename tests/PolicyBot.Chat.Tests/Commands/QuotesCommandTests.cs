using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class QuotesCommandTests
{
    private static readonly KnowledgeSet Twelve = Sample.Set with
    {
        Quotes =
        [
            .. Enumerable.Range(1, 12)
                .Select(i => new Quote($"q{i}", Sample.Passage("The water is not safe"), $"Speaker {i}", ["water"])),
        ],
    };

    [Fact]
    public async Task Quotes_MoreThanAPage_HaveNextAndPrevious()
    {
        var bot = Sample.Bot(Twelve);
        var first = await bot.RunAsync("quotes", ("about", "water"));
        var second = await bot.ChooseAsync(first, "Next");
        var third = await bot.ChooseAsync(second, "Next");

        Assert.Equal(
            Enumerable.Range(1, 12).Select(i => $"The water is not safe | Speaker {i}"),
            first.Quotations().Concat(second.Quotations()).Concat(third.Quotations()));
        Assert.Equal(["Next"], first.Does());
        Assert.Equal(["Previous", "Next"], second.Does());
        Assert.Equal(["Previous"], third.Does());
        Assert.Contains(new Block.Note("Page 3 of 3, 12 quotes in total"), third.Blocks);
    }

    [Fact]
    public async Task Quotes_All_ShowsAllAtOnce() =>
        Assert.Equal(12, (await Sample.Bot(Twelve).RunAsync("quotes", ("page", "ALL"))).Quotations().Count());

    [Theory]
    [InlineData("0")]
    [InlineData("4")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("two")]
    public async Task Quotes_InvalidPage_SaysWhichPagesThereAre(string page)
    {
        var reply = await Sample.Bot(Twelve).RunAsync("quotes", ("page", page));

        Assert.True(reply.IsPrivate);
        Assert.Equal([$"There is no page “{page}”. Choose one from 1 to 3, or “all”."], reply.Paragraphs());
    }

    [Theory]
    [InlineData("", "", "Our boats lie idle | Tom Reed")]
    [InlineData("", "water", "safe | The report", "not safe | The report")]
    [InlineData("report", "", "safe | The report", "not safe | The report")]
    public async Task Quotes_ShortQuotes_AreShownOnlyToASearch(string by, string about, params string[] expected)
    {
        var reply = await Sample.Bot(Sample.WithShortQuotes).RunAsync("quotes", ("by", by), ("about", about));

        Assert.Equal(expected, reply.Quotations());
    }

    [Fact]
    public async Task Quotes_OnlyShortQuotes_AreShown()
    {
        var set = Sample.WithShortQuotes;
        set = set with { Quotes = [.. set.Quotes.Where(q => q.Speaker == "The report")] };

        Assert.Equal(2, (await Sample.Bot(set).RunAsync("quotes")).Quotations().Count());
    }

    [Fact]
    public async Task Quotes_OnePage_HasNoNavigation() => Assert.Empty((await Sample.Bot().RunAsync("quotes")).Does());

    [Fact]
    public async Task Quotes_NoMatch_SaysSo() =>
        Assert.Equal(
            ["I have no quote that matches “penguins”."],
            (await Sample.Bot().RunAsync("quotes", ("about", "penguins"))).Paragraphs());
}
