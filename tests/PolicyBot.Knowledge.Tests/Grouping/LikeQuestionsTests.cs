using PolicyBot.Knowledge.Grouping;

namespace PolicyBot.Knowledge.Tests.Grouping;

public class LikeQuestionsTests
{
    [Theory]
    [InlineData("Who signed the letter?", "who singed the letter")]
    [InlineData("Who signed the letter?", "the letter, who signed it?")]
    [InlineData("How many users does WhatsApp have?", "how many user has whatsapp")]
    [InlineData("Will Facebook delay encryption?", "WILL FACEBOOK BE DELAYING THE ENCRYPTION")]
    [InlineData("???", "???")]
    [InlineData("", "")]
    public void Group_Alike_IsOne(string one, string other) => Assert.Equal([[0, 1]], LikeQuestions.Group([one, other]));

    [Theory]
    [InlineData("How many users does WhatsApp have?", "How many users does Telegram have?")]
    [InlineData("What did Apple say?", "What did Google say?")]
    [InlineData("Who signed the letter?", "Who received the letter?")]
    [InlineData("What does it cost?", "What is a backdoor?")]
    [InlineData("", "Who signed the letter?")]
    public void Group_Unlike_AreTwo(string one, string other) => Assert.Equal([[0], [1]], LikeQuestions.Group([one, other]));

    [Fact]
    public void Group_Many_KeepTheirOrder() =>
        Assert.Equal([[0, 2], [1, 3]], LikeQuestions.Group(["who pays for it", "is it legal in Norway", "who pays for that?", "was it legal in norway"]));

    [Fact]
    public void Group_OfNone_IsNone() => Assert.Empty(LikeQuestions.Group([]));
}
