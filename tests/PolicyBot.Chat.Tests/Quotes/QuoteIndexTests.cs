using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Quotes;

namespace PolicyBot.Chat.Tests.Quotes;

public sealed class QuoteIndexTests
{
    private static readonly QuoteIndex Index = new(Sample.Set);

    [Theory]
    [InlineData("water", "unsafe")]
    [InlineData("THE WATER", "unsafe")]
    [InlineData("boat", "idle")]
    [InlineData("working", "idle", "back")]
    [InlineData("back working", "back")]
    [InlineData("wanted", "back")]
    [InlineData("words on water")]
    [InlineData("bolts")]
    [InlineData("harb", "unsafe")]
    [InlineData("safety", "unsafe")]
    [InlineData("saftey", "unsafe")]
    [InlineData("habrour", "unsafe")]
    [InlineData("Tom Reed's boats", "idle")]
    [InlineData("wáter", "unsafe")]
    [InlineData("harbour work")]
    [InlineData("penguins")]
    [InlineData("the")]
    [InlineData("???")]
    [InlineData("")]
    public void Find_About_ComparesStemsBeginningsAndSpelling(string about, params string[] expected) =>
        Assert.Equal(expected, Index.Find(null, about).Select(q => q.Id));

    [Theory]
    [InlineData("Reed", "idle", "back")]
    [InlineData("tom reed", "idle", "back")]
    [InlineData("report", "unsafe")]
    [InlineData("Read")]
    [InlineData("Rees")]
    [InlineData("Tom Hill")]
    public void Find_BySpeaker_TakesNoNameForAnother(string by, params string[] expected) =>
        Assert.Equal(expected, Index.Find(by, null).Select(q => q.Id));

    [Fact]
    public void Find_SpeakerAndSubject_MatchesBoth()
    {
        Assert.Equal(["idle"], Index.Find("Reed", "boats").Select(q => q.Id));
        Assert.Empty(Index.Find("report", "boats"));
        Assert.Equal(Sample.Set.Quotes, Index.Find(null, null));
    }

    [Theory]
    [InlineData("Browning")]
    [InlineData("Meera Shah")]
    [InlineData("Brown", "brown")]
    [InlineData("browns", "brown")]
    [InlineData("Meena", "shah")]
    [InlineData("Fieldng", "fielding")]
    [InlineData("Field", "field", "fielding")]
    public void Find_BySimilarName_FindsOnlyThatSpeaker(string by, params string[] expected)
    {
        var index = Create(
            ("brown", "Tom Brown", "It was closed."),
            ("shah", "Meena Shah", "It was closed."),
            ("field", "Ann Field", "It was closed."),
            ("fielding", "Eve Fielding", "It was closed."));

        Assert.Equal(expected, index.Find(by, null).Select(q => q.Id));
    }

    [Theory]
    [InlineData("US", "short")]
    [InlineData("us", "short")]
    [InlineData("U.S.", "short")]
    [InlineData("the US and work", "short")]
    [InlineData("ID", "id")]
    [InlineData("mate", "id")]
    [InlineData("child", "child", "children")]
    [InlineData("children", "children")]
    [InlineData("end-to-end", "id")]
    public void Find_AnyWord_IsReadAsTheQuoteHasIt(string about, params string[] expected)
    {
        var index = Create(
            ("short", "The report", "The US may work on it."),
            ("id", "The report", "Her ID, mate, is end-to-end."),
            ("child", "The report", "A child said so."),
            ("children", "The report", "Some children said so."));

        Assert.Equal(expected, index.Find(null, about).Select(q => q.Id));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("/")]
    public void Find_WordAtTheEndOfALongSearch_IsCompared(string separator) =>
        Assert.Empty(
            Index.Find(null, string.Concat(Enumerable.Repeat("water" + separator, 300)) + "penguins"));

    private static QuoteIndex Create(params (string Id, string Speaker, string Text)[] quotes) => new(Sample.Set with
    {
        Quotes =
        [
            .. quotes.Select(q => new Quote(q.Id, new Passage(q.Text, new TextSpan(0, q.Text.Length)), q.Speaker, [])),
        ],
    });
}
