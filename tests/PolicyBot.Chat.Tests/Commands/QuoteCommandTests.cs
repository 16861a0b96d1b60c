using System.Text;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class QuoteCommandTests
{
    private const string Unsafe = "The water is not safe | The report";
    private const string Idle = "Our boats lie idle | Tom Reed";
    private const string Back = "We want our work back. | Tom Reed";

    [Theory]
    [InlineData("tom reed", null, Idle, Back)]
    [InlineData("REED", null, Idle, Back)]
    [InlineData("report", null, Unsafe)]
    [InlineData(null, "water", Unsafe)]
    [InlineData(null, "the boat", Idle)]
    [InlineData(null, "safety", Unsafe)]
    [InlineData(null, "the report’s words on water")]
    [InlineData("Reed", "work", Idle, Back)]
    [InlineData("Reed", "boats work", Idle)]
    [InlineData(null, null, Unsafe, Idle, Back)]
    public async Task Quotes_ByAndAbout_FindsByWords(string? by, string? about, params string[] expected)
    {
        var reply = await Sample.Bot().RunAsync("quotes", ("by", by ?? ""), ("about", about ?? ""));

        Assert.Equal(expected, reply.Quotations());
    }

    [Fact]
    public async Task Quote_RandomWithTheSameSeed_IsTheSameQuote()
    {
        var first = await Sample.Bot(random: new Random(7)).RunAsync("quote", ("random", "true"));
        var again = await Sample.Bot(random: new Random(7)).RunAsync("quote", ("random", "true"));

        Assert.Equal(Assert.Single(first.Quotations()), Assert.Single(again.Quotations()));
    }

    [Fact]
    public async Task Quote_RandomBySpeaker_IsByThatSpeaker() =>
        Assert.EndsWith(
            "| Tom Reed",
            Assert.Single((await Sample.Bot().RunAsync("quote", ("by", "Reed"), ("random", "true"))).Quotations()),
            StringComparison.Ordinal);

    [Fact]
    public async Task Quote_ByAPersonWithoutQuotes_SaysSoAndListsTheSpeakers()
    {
        var bot = Sample.Bot();
        var reply = await bot.RunAsync("quote", ("by", "the mayor"));
        var chosen = await bot.DispatchAsync(reply.Choices[0].Request, TestContext.Current.CancellationToken);

        Assert.True(reply.IsPrivate);
        Assert.Equal(["The article mentions Joan Hill, but I have no quote by Joan Hill."], reply.Paragraphs());
        Assert.Equal(["The report", "Tom Reed"], reply.Labels());
        Assert.Contains(new Block.Note("The quotes are about: harbour, safety, work."), reply.Blocks);
        Assert.Equal([Unsafe], chosen.Quotations());
    }

    [Theory]
    [InlineData("Nobody", "", "I have no quote by “Nobody”.")]
    [InlineData("", "penguins", "I have no quote that matches “penguins”.")]
    [InlineData("Reed", "water", "I have no quote by “Reed” that matches “water”.")]
    [InlineData("", "???", "I have no quote that matches “???”.")]
    public async Task Quote_NoMatch_SaysWhatWasSearched(string by, string about, string expected) =>
        Assert.Equal([expected], (await Sample.Bot().RunAsync("quote", ("by", by), ("about", about))).Paragraphs());

    [Fact]
    public async Task Quote_ArticleWithoutQuotes_SaysSo() =>
        Assert.Equal(
            ["I have no quotes from this article."],
            (await Sample.Bot(Sample.Set with { Quotes = [] }).RunAsync("quote")).Paragraphs());

    [Fact]
    public async Task Quote_SeveralMatches_HaveNextAndPrevious()
    {
        var bot = Sample.Bot();
        var first = await bot.RunAsync("quote", ("by", "reed"));
        var second = await bot.ChooseAsync(first, "Next");
        var again = await bot.ChooseAsync(second, "Previous");

        Assert.Equal([Idle], first.Quotations());
        Assert.Equal([Back], second.Quotations());
        Assert.Equal([Idle], again.Quotations());
        Assert.Contains(new Block.Note("Quote 2 of 2"), second.Blocks);
        Assert.Equal(["Next", "In context", "As a picture"], first.Does());
        Assert.Equal(["Previous", "In context", "As a picture"], second.Does());
    }

    [Fact]
    public async Task Quote_WithoutOptions_IsRandomAndThenAnother()
    {
        var bot = Sample.Bot(random: new FixedOrder(2, 0));
        var one = await bot.RunAsync("quote");
        var another = await bot.ChooseAsync(one, "Another");

        Assert.Equal([Back], one.Quotations());
        Assert.Equal([Unsafe], another.Quotations());
    }

    [Fact]
    public async Task Quote_Another_IsNeverTheOneShown()
    {
        var bot = Sample.Bot();
        var shown = await bot.RunAsync("quote", ("by", "reed"), ("random", "true"));
        for (var press = 0; press < 20; press++)
        {
            var another = await bot.ChooseAsync(shown, "Another");

            Assert.NotEqual(shown.Quotations(), another.Quotations());
            shown = another;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("true")]
    public async Task Quote_RandomAmongShortQuotes_IsTheLongOneWithoutAnother(string random)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var reply = await Sample.Bot(Sample.WithShortQuotes, random: new Random(seed))
                .RunAsync("quote", ("random", random));

            Assert.Equal([Idle], reply.Quotations());
            Assert.DoesNotContain("Another", reply.Does());
        }
    }

    [Fact]
    public async Task Quote_RandomByASpeakerOfShortQuotes_ShowsBothInTurn()
    {
        var bot = Sample.Bot(Sample.WithShortQuotes, random: new FixedOrder(0, 0));
        var one = await bot.RunAsync("quote", ("by", "report"), ("random", "true"));
        var another = await bot.ChooseAsync(one, "Another");

        Assert.Equal(["safe | The report"], one.Quotations());
        Assert.Equal(["not safe | The report"], another.Quotations());
    }

    [Fact]
    public async Task Quote_AboutTheTopicOfAShortQuote_ShowsIt()
    {
        var reply = await Sample.Bot(Sample.WithShortQuotes).RunAsync("quote", ("about", "water"));

        Assert.Equal(["safe | The report"], reply.Quotations());
        Assert.Contains(new Block.Note("Quote 1 of 2"), reply.Blocks);
    }

    [Fact]
    public async Task Quote_InContext_ShowsTheTextAroundItAndLeadsBack()
    {
        var bot = Sample.Bot(random: new FixedOrder(2, 0));
        var random = await bot.RunAsync("quote");
        var context = await bot.ChooseAsync(random, "In context");
        var back = await bot.ChooseAsync(context, "Back");

        var parts = Assert.Single(context.Blocks.OfType<Block.Excerpt>()).Parts;
        Assert.Equal("We want our work back.", Assert.Single(parts, r => r.IsHighlighted).Text);
        Assert.StartsWith("The town closed the harbour", parts[0].Text, StringComparison.Ordinal);
        Assert.Equal([Back], back.Quotations());
        Assert.Equal(["Another", "In context", "As a picture"], back.Does());
    }

    [Fact]
    public async Task Quote_Card_IsAPictureOfTheQuote()
    {
        var bot = Sample.Bot();
        var card = await bot.RunAsync("quote", ("about", "boats"), ("card", "true"));
        var text = await bot.ChooseAsync(card, "As text");

        Assert.Equal(
            "Our boats lie idle|Tom Reed|From “Town Closes Harbour”, by Ann Lee",
            Encoding.UTF8.GetString(card.Picture!.Png().Span));
        Assert.Equal("“Our boats lie idle” – Tom Reed. From “Town Closes Harbour”, by Ann Lee.", card.Picture.AltText);
        Assert.Equal("quote-idle.png", card.Picture.FileName);
        Assert.Empty(card.Blocks);
        Assert.Equal([Idle], text.Quotations());
        Assert.Null(text.Picture);
    }

    // The alternative text may have 1,024 characters, including those around the speaker.
    [Theory]
    [InlineData(1_024, false)]
    [InlineData(1_025, true)]
    public async Task Quote_CardWithTooLongAltText_ComesWithTheText(int length, bool hasText)
    {
        var around = "“Our boats lie idle” – . From “Town Closes Harbour”, by Ann Lee.".Length;
        var speaker = new string('x', length - around);
        var quote = new Quote("idle", Sample.Passage("Our boats lie idle"), speaker, ["work"]);
        var set = Sample.Set with { Quotes = [quote] };

        var card = await Sample.Bot(set).RunAsync("quote", ("card", "true"));

        Assert.Equal(length, card.Picture!.AltText.Length);
        Assert.Equal(hasText ? [$"Our boats lie idle | {speaker}"] : [], card.Quotations());
        Assert.Equal(hasText ? "“Town Closes Harbour”, by Ann Lee" : null, card.Source?.Text);
    }

    [Fact]
    public async Task Quote_RemovedQuote_SaysSo() =>
        Assert.Equal(
            ["I no longer have that quote. /quotes shows all quotes."],
            (await Sample.Bot().RunAsync("quote", ("id", "gone"))).Paragraphs());

    [Theory]
    [InlineData("by", "re", "The report", "Tom Reed")]
    [InlineData("by", "tom", "Tom Reed")]
    [InlineData("about", "saf", "safety", "safe")]
    [InlineData("random", "t")]
    public async Task Autocomplete_Typed_OffersValuesThatFindQuotes(
        string option, string typed, params string[] expected)
    {
        var request = CommandRequest.Create("quote", Sample.Place, (option, typed));

        var offered = await Sample.Bot().AutocompleteAsync(option, request, 25, TestContext.Current.CancellationToken);

        Assert.Equal(expected, offered.Select(o => o.Value));
    }
}
