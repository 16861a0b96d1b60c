using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching.Text;

public sealed class QuestionTokenizerTests
{
    [Theory]
    [InlineData("Who signed it?", "who signed it")]
    [InlineData("What’s the letter's date?", "what is the letter date")]
    [InlineData("they didn't, can't and won't", "they did not can not and will not")]
    [InlineData("I'd say we're right", "i would say we are right")]
    [InlineData("whats up w u", "what is up with you")]
    [InlineData("end-to-end e2ee", "end to end e2ee")]
    [InlineData("the U.S. and the US told us", "the usa and the usa told us")]
    [InlineData("soooo hellooo", "so hello")]
    [InlineData("Café Zürich", "cafe zurich")]
    [InlineData("zero​width­soft", "zerowidthsoft")]
    [InlineData("  \t\n ", "")]
    [InlineData("🙂🙃 !!! ???", "")]
    [InlineData("''' ' o'''o", "o o")]
    [InlineData("\u0000\u0007 a", "a")]
    [InlineData("кто подписал", "кто подписал")]
    public void Read_Question_GivesPlainLowerCaseWords(string question, string words)
    {
        var reader = new QuestionTokenizer();

        reader.Read(question);

        Assert.Equal(words, string.Join(' ', reader.Tokens.ToArray().Select(t => reader.GetText(t).ToString())));
    }

    [Fact]
    public void Read_AnyCharacters_NeverFails()
    {
        var random = new Random(11);
        var reader = new QuestionTokenizer();
        const string Odd = "aab''’.. \u0301\u200d\ud83d\ude00\ud800ﬁ①½é漢字-–\t\u0000";
        for (var run = 0; run < 5_000; run++)
        {
            var text = new char[random.Next(60)];
            for (var i = 0; i < text.Length; i++) text[i] = Odd[random.Next(Odd.Length)];

            reader.Read(text);

            Assert.InRange(reader.Tokens.Length, 0, QuestionTokenizer.MaxWords);
        }
    }

    [Fact]
    public void Read_VeryLongText_StopsAtMaxWords()
    {
        var reader = new QuestionTokenizer();

        reader.Read(string.Concat(Enumerable.Repeat("word ", 2_000)) + new string('x', 500));

        Assert.Equal(QuestionTokenizer.MaxWords, reader.Tokens.Length);
    }

    [Theory]
    [InlineData("who w", "who", "w")]
    [InlineData("u want id", "you", "want", "id")]
    [InlineData("id ", "i", "would")]
    [InlineData("what's", "what", "is")]
    public void Read_Unfinished_KeepsLastWordAsTyped(string typed, params string[] expected)
    {
        var reader = new QuestionTokenizer();

        reader.Read(typed, isUnfinished: true);

        Assert.Equal(expected, reader.Tokens.ToArray().Select(t => reader.GetText(t).ToString()));
    }
}
