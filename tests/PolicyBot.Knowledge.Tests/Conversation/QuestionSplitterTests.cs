using PolicyBot.Knowledge.Conversation;

namespace PolicyBot.Knowledge.Tests.Conversation;

public sealed class QuestionSplitterTests
{
    [Theory]
    [InlineData("Who signed the letter?", "Who signed the letter?")]
    [InlineData("Who signed it? What does it ask for?", "Who signed it?|What does it ask for?")]
    [InlineData("Who signed it?? When was it sent?!", "Who signed it??|When was it sent?!")]
    [InlineData("Who signed it?\nWhen was it sent?\nWhy?", "Who signed it?|When was it sent?|Why?")]
    [InlineData("who signed it? and when was it sent", "who signed it?|and when was it sent")]
    [InlineData("Who signed it? When was it sent? Thanks a lot!", "Who signed it?|When was it sent?")]
    [InlineData("Who signed it? I need it for class.", "Who signed it? I need it for class.")]
    [InlineData("see https://example.com/?q=1&r=2 who signed it", "see https://example.com/?q=1&r=2 who signed it")]
    [InlineData("“Who signed it?” he asked. When was it sent?", "“Who signed it?”|he asked. When was it sent?")]
    [InlineData("??", "??")]
    [InlineData("", "")]
    [InlineData("誰が署名した？ いつ送られた？", "誰が署名した？|いつ送られた？")]
    public void Split_Message_GivesItsQuestions(string message, string questions) =>
        Assert.Equal(questions.Split('|'), QuestionSplitter.Split(message));

    [Fact]
    public void Split_ManyQuestions_GivesAllOfThem() =>
        Assert.Equal(5, QuestionSplitter.Split("Who? What? When? Where? Why?").Count);
}
