using PolicyBot.Chat.Privacy;

namespace PolicyBot.Chat.Tests.Privacy;

public class KeptTextTests
{
    [Theory]
    [InlineData("what did <@123456789012345678> say?", "what did @somebody say?")]
    [InlineData("<@!1> <@&22> <#333>", "@somebody @somebody @somebody")]
    [InlineData("write to ada.lovelace+x@example.co.uk please", "write to @somebody please")]
    [InlineData("call +44 20 7946 0958 now", "call … now")]
    [InlineData("is 877280624640000000 a number?", "is … a number?")]
    [InlineData("two\nlines\u0000 and a \u202Eturn", "two lines and a turn")]
    [InlineData("  \t ", "")]
    public void Of_WhatTellsAPerson_IsGone(string question, string expected) => Assert.Equal(expected, KeptText.Of(question));

    [Theory]
    [InlineData("what happened on Oct. 4, 2019 and in 2020-2021?")]
    [InlineData("16.8 million reports of a 4-year-old law, or 1,000,000?")]
    [InlineData("end-to-end @ noon")]
    [InlineData("what about 👩‍👩‍👧?")]
    public void Of_WhatTellsNobody_Stays(string question) => Assert.Equal(question, KeptText.Of(question));

    [Fact]
    public void Of_LongText_IsCutBetweenCharacters()
    {
        var text = KeptText.Of(string.Concat(Enumerable.Repeat("😀", 400)));

        Assert.InRange(text.Length, 298, 300);
        Assert.EndsWith("😀…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_VeryLongDigits_EndsAtOnce() => Assert.Equal("…", KeptText.Of(new string('1', 6000)));
}
