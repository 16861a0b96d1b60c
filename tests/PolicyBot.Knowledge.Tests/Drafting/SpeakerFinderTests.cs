using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Drafting;

namespace PolicyBot.Knowledge.Tests.Drafting;

public sealed class SpeakerFinderTests
{
    private const string Named = "Mayor Rosa Diaz opened the library. ";
    private const string TwoNamed = "Mayor Rosa Diaz and Senator Bill Hill opened the library. ";

    [Theory]
    [InlineData("“The library is open to everybody,” said Diaz.", "Rosa Diaz")]
    [InlineData("“The library is open to everybody,” Diaz said.", "Rosa Diaz")]
    [InlineData("“The library is open to everybody,” Mayor Diaz told reporters on Monday.", "Rosa Diaz")]
    [InlineData("“The library is open to everybody,” said Rosa Diaz, who paid for it.", "Rosa Diaz")]
    [InlineData("Diaz said: “The library is open to everybody.”", "Rosa Diaz")]
    [InlineData("Diaz later wrote that “the library is open to everybody” in a letter.", "Rosa Diaz")]
    [InlineData("“The library,” Diaz said, “is open to everybody who reads.”", "Rosa Diaz")]
    [InlineData("“The library is open to everybody,” according to the report.", "The report")]
    [InlineData("According to the report, “the library is open to everybody.”", "The report")]
    [InlineData("“The library is open to everybody,” the letter reads.", "The letter")]
    [InlineData("“The library is open to everybody,” the letter concludes.", "The letter")]
    [InlineData("“The library is open to everybody,” a spokeswoman for the trust said.", "A spokeswoman for the trust")]
    [InlineData("“The library is open to everybody,” the company said in a statement.", "The company")]
    [InlineData("The statement countered the request: “The library is open to everybody.”", "The statement")]
    [InlineData("\"The library is open to everybody,\" the letter reads.", "The letter")]
    [InlineData("“Is the library open to everybody?” asked Diaz.", "Rosa Diaz")]
    [InlineData("“The library is open,” she said. She went home.", "Rosa Diaz")]
    public void Find_QuotationWithItsSpeaker_IsSure(string text, string speaker)
    {
        var quote = FindFirst(Named + text);

        Assert.Equal((speaker, null), (quote.Speaker, quote.Review));
    }

    [Theory]
    [InlineData(TwoNamed + "“The library is open,” she said.")]
    [InlineData(TwoNamed + "“The library is open to everybody,” they said.")]
    [InlineData(Named + "“The library is open to everybody,” it says.")]
    [InlineData(Named + "The building is called “the book house” in town.")]
    [InlineData(Named + "Diaz calls it “the book house” in a letter.")]
    [InlineData(Named + "Diaz wrote “The Jungle” in a year.")]
    [InlineData(Named + "Hill rejected what Diaz called a “mistake that nobody forgets” in a letter.")]
    [InlineData(Named + "The design the trust proposed reads: “The library is open.”")]
    [InlineData(Named + "We asked: “Is the library open to everybody?”")]
    [InlineData(Named + "\n\n“The library is open to everybody who reads.” The doors were painted green.")]
    public void Find_QuotationWithoutANamedSpeaker_IsMarked(string text)
    {
        Assert.NotNull(FindFirst(text).Review);
    }

    [Fact]
    public void Find_SentenceThatGoesOnWithTheQuotation_HasTheSameSpeaker()
    {
        var quotes = Find(Named + "“The library is open,” Diaz said. “It is the living room of this town.”");

        Assert.Equal(["Rosa Diaz", "Rosa Diaz"], quotes.Select(q => q.Speaker));
        Assert.All(quotes, q => Assert.Null(q.Review));
    }

    [Fact]
    public void Find_QuotationThatOccursTwice_HasAContext()
    {
        var quotes = Find(Named + "“It is safe,” Diaz said. “It is safe,” the report reads.");

        Assert.Equal(2, quotes.Count);
        Assert.All(quotes, q => Assert.NotNull(q.Context));
    }

    private static DraftedQuote FindFirst(string text) => Find(text)[0];

    private static IReadOnlyList<DraftedQuote> Find(string text)
    {
        var article = new Article("Library", "Ann Lee", null, null, "Library\n\n" + text);
        return QuotationFinder.Find(article, NameFinder.Find(article));
    }
}
