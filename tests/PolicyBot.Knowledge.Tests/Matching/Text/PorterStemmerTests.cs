using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching.Text;

public sealed class PorterStemmerTests
{
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("cats", "cat")]
    [InlineData("feed", "feed")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("hopping", "hop")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("electrical", "electr")]
    [InlineData("goodness", "good")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("controll", "control")]
    [InlineData("at", "at")]
    public void Stem_PublishedExamples_GivesPublishedStem(string word, string stem)
    {
        var buffer = new char[word.Length + 1];
        word.CopyTo(buffer);

        Assert.Equal(stem, new string(buffer, 0, PorterStemmer.Stem(buffer, word.Length)));
    }
}
