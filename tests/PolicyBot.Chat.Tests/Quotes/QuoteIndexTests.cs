using PolicyBot.Chat.Tests.Support;
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
    [InlineData("reprot", "unsafe")]
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

    // The tokenizer reads 160 words at once.
    [Fact]
    public void Find_WordAtTheEndOfALongSearch_IsCompared() =>
        Assert.Empty(Index.Find(null, string.Concat(Enumerable.Repeat("water ", 300)) + "penguins"));
}
