using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching.Text;

public sealed class PhrasePatternsTests
{
    private static readonly PhrasePatterns Patterns = new(
        ["hi/good_day -/all/to_all", "many/- thanks -/in_advance", "good night"]);

    [Theory]
    [InlineData("hi", 1)]
    [InlineData("hi all", 2)]
    [InlineData("hi to all of you", 3)]
    [InlineData("hi to you", 1)]
    [InlineData("good day all", 3)]
    [InlineData("good", 0)]
    [InlineData("good night", 2)]
    [InlineData("thanks", 1)]
    [InlineData("many thanks in advance", 4)]
    [InlineData("many thanks in", 2)]
    [InlineData("many", 0)]
    [InlineData("all", 0)]
    [InlineData("", 0)]
    public void Find_Question_GivesTheLongestPhrase(string question, int length)
    {
        var reader = new QuestionTokenizer();
        reader.Read(question);

        Assert.Equal(length, Patterns.Find(reader, 0, reader.Tokens.Length));
    }

    [Fact]
    public void Find_PhraseThatEndsTooLate_GivesAShorterOne()
    {
        var reader = new QuestionTokenizer();
        reader.Read("thanks in advance");

        Assert.Equal(1, Patterns.Find(reader, 0, 2));
        Assert.Equal(4, Patterns.Longest);
    }

    [Fact]
    public void Find_WordThatIsDropped_BeginsNoPhrase()
    {
        var reader = new QuestionTokenizer();
        reader.Read("all");

        Assert.Equal(0, new PhrasePatterns(["yo all/everyone"]).Find(reader, 0, 1));
    }
}
