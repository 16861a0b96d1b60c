using PolicyBot.Knowledge.Autocomplete;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Autocomplete;

public sealed class KeywordExtractorTests
{
    private static readonly KeywordExtractor Keywords = new(Assert.IsType<ReadResult.Valid>(SampleSet.Read()).Set);

    [Theory]
    [InlineData("The stairs are safe, because the trust paid.", "stairs", "safe", "trust", "paid")]
    [InlineData("Stairs! Diaz’s stairs. Trust Eastgate’s plan", "stairs", "Diaz", "Trust", "Eastgate", "plan")]
    [InlineData("Children’s safety in the 1990s", "children", "safety")]
    [InlineData("to be or not to be")]
    [InlineData("")]
    public void Extract_Text_ReturnsKeywords(string text, params string[] expected) =>
        Assert.Equal(expected, Keywords.Extract(text));
}
