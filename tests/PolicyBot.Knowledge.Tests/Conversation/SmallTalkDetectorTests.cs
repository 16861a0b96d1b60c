using PolicyBot.Knowledge.Conversation;

namespace PolicyBot.Knowledge.Tests.Conversation;

public sealed class SmallTalkDetectorTests
{
    [Theory]
    [InlineData("Thank you so much, bot!", SmallTalkKind.Thanks)]
    [InlineData("ok", SmallTalkKind.Acknowledgement)]
    [InlineData("ok, got it. thanks, bye", SmallTalkKind.Farewell)]
    [InlineData("hey everyone, what's up", SmallTalkKind.Greeting)]
    [InlineData("Hi! Who made you?", SmallTalkKind.AboutTheBot)]
    public void Detect_SmallTalk_GivesTheStrongestKind(string message, SmallTalkKind kind) =>
        Assert.Equal(kind, SmallTalkDetector.Detect(message));

    [Theory]
    [InlineData("")]
    [InlineData("everyone")]
    [InlineData("thanks to whom?")]
    [InlineData("hello kitty")]
    [InlineData("who are you talking about")]
    [InlineData("help the police")]
    [InlineData("okapi")]
    public void Detect_AnythingElse_GivesNothing(string message) => Assert.Null(SmallTalkDetector.Detect(message));
}
