using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching.Text;

public sealed class EnglishSpellingTests
{
    [Theory]
    [InlineData("goverment", "government")]
    [InlineData("govvernment", "government")]
    [InlineData("govermnent", "government")]
    [InlineData("xovernment", "government")]
    [InlineData("governmentt", "government")]
    [InlineData("overnment", "government")]
    [InlineData("recieve", "receive")]
    [InlineData("hause", "house")]
    [InlineData("bred", "red")]
    public void Correct_OneTypingError_GivesTheMostCommonWord(string typed, string word) =>
        Assert.Equal(word, EnglishSpelling.Correct(typed));

    [Theory]
    [InlineData("")]
    [InlineData("teh")]
    [InlineData("gvrnmnt")]
    [InlineData("xqzv")]
    [InlineData("2019")]
    [InlineData("кто")]
    [InlineData("abalonee")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Correct_NoSimilarCommonWord_IsNull(string typed) => Assert.Null(EnglishSpelling.Correct(typed));
}
