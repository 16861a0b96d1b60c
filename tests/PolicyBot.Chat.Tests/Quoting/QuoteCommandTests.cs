using PolicyBot.Chat.Replies;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Tests.Quoting;

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
    public async Task Quote_ByAndAbout_FindsByWords(string? by, string? about, params string[] expected)
    {
        var reply = await Sample.Bot().RunAsync("quote", ("by", by ?? ""), ("about", about ?? ""));

        Assert.Equal(expected, reply.Quotations());
    }

    [Fact]
    public async Task Quote_Random_IsOneAndTheSameForASeed()
    {
        var first = await Sample.Bot(random: new Random(7)).RunAsync("quote", ("random", "true"));
        var again = await Sample.Bot(random: new Random(7)).RunAsync("quote", ("random", "true"));

        Assert.Equal(Assert.Single(first.Quotations()), Assert.Single(again.Quotations()));
    }

    [Fact]
    public async Task Quote_RandomBySomebody_IsOneOfTheirs() =>
        Assert.EndsWith("| Tom Reed", Assert.Single((await Sample.Bot().RunAsync("quote", ("by", "Reed"), ("random", "true"))).Quotations()), StringComparison.Ordinal);

    [Fact]
    public async Task Quote_PersonWhoIsNotQuoted_SaysSoAndNamesTheSpeakers()
    {
        var bot = Sample.Bot();
        var reply = await bot.RunAsync("quote", ("by", "the mayor"));
        var picked = await bot.DispatchAsync(reply.Choices[0].Invocation, TestContext.Current.CancellationToken);

        Assert.True(reply.IsPrivate);
        Assert.Equal(["The article names Joan Hill, but gives no quote as Joan Hill’s own words."], reply.Paragraphs());
        Assert.Equal(["The report", "Tom Reed"], reply.Labels());
        Assert.Contains(new Block.Note("The quotes are about: harbour, safety, work."), reply.Blocks);
        Assert.Equal([Unsafe], picked.Quotations());
    }

    [Theory]
    [InlineData("Nobody", "", "The article has no quote by “Nobody”.")]
    [InlineData("", "penguins", "The article has no quote about “penguins”.")]
    [InlineData("Reed", "water", "The article has no quote by “Reed” about “water”.")]
    [InlineData("", "???", "The article has no quote about “???”.")]
    public async Task Quote_NoMatch_SaysWhatForIt(string by, string about, string expected) =>
        Assert.Equal([expected], (await Sample.Bot().RunAsync("quote", ("by", by), ("about", about))).Paragraphs());

    [Fact]
    public async Task Quote_ArticleWithoutQuotes_SaysSo() =>
        Assert.Equal(["I have no quotes from this article."], (await Sample.Bot(Sample.Set with { Quotes = [] }).RunAsync("quote")).Paragraphs());

    [Fact]
    public async Task Quote_MoreThanOneMessageHolds_TellsHowManyAreLeft()
    {
        var many = Enumerable.Range(0, 13).Select(i => new Quote($"q{i}", Sample.Passage("The water is not safe"), "The report", ["water"]));

        var reply = await Sample.Bot(Sample.Set with { Quotes = [.. many] }).RunAsync("quote");

        Assert.Equal(10, reply.Quotations().Count());
        Assert.StartsWith("3 more fit.", Assert.Single(reply.Blocks.OfType<Block.Note>()).Text, StringComparison.Ordinal);
    }
}
