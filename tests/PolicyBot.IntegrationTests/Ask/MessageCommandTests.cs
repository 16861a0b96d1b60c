using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Ask;

/// <summary>“Answer this” in the context menu of messages.</summary>
public abstract class MessageCommandTests
{
    public sealed class OverBuiltIn : MessageCommandTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : MessageCommandTests;
#endif

    private const string Command = "Answer this";
    private const string Question = "Who signed the letter?";

    [Theory]
    [InlineData("who signed the letter?")]
    [InlineData("<@{0}> who signed the letter?")]
    [InlineData("who signed <@!{0}> the letter?")]
    public async Task Use_OnMemberMessage_AnswersPublicly(string content)
    {
        await using var bot = await RunningBot.StartAsync();
        var text = string.Format(null, content, bot.Server.Bot.UserId);
        var target = bot.Server.SendMessage(text, bot.Server.AddChannel("elsewhere"), bot.Server.AddUser("grace"));

        var answer = await bot.Server.UseMessageCommand(Command, target).GetMessageAsync();

        Assert.Equal(Question, answer.Title());
        Assert.Contains("\n> a draft of the letter", answer.Description(), StringComparison.Ordinal);
        Assert.False(answer.IsEphemeral);
        Assert.Equal(target.ChannelId, answer.ChannelId);
        Assert.Empty(answer.Pings);
    }

    [Fact]
    public async Task Use_OnBotMessage_Answers()
    {
        await using var bot = await RunningBot.StartAsync();
        var ofABot = bot.Server.SendMessage(Question, author: bot.Server.AddUser("another bot", isBot: true));
        var ofAWebhook = bot.Server.SendMessage(Question, isWebhook: true);

        Assert.Equal(Question, (await bot.Server.UseMessageCommand(Command, ofABot).GetMessageAsync()).Title());
        Assert.Equal(Question, (await bot.Server.UseMessageCommand(Command, ofAWebhook).GetMessageAsync()).Title());
    }

    [Fact]
    public async Task Use_InDirectMessages_Answers()
    {
        await using var bot = await RunningBot.StartAsync();
        var target = bot.Server.SendMessage(Question, bot.Server.GetDirectMessages(bot.Server.User));

        Assert.Equal(Question, (await bot.Server.UseMessageCommand(Command, target).GetMessageAsync()).Title());
    }

    [Fact]
    public async Task Use_OnOwnAnswer_SaysPrivatelyThatItHasNoText()
    {
        await using var bot = await RunningBot.StartAsync();
        var own = await bot.Use("ask", "question", Question).GetMessageAsync();

        AssertHasNoText(await bot.Server.UseMessageCommand(Command, own).GetMessageAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("<@{0}> ")]
    public async Task Use_OnMessageWithoutText_SaysSoPrivately(string content)
    {
        await using var bot = await RunningBot.StartAsync();
        var target = bot.Server.SendMessage(
            string.Format(null, content, bot.Server.Bot.UserId), bot.Server.AddChannel("elsewhere"));

        AssertHasNoText(await bot.Server.UseMessageCommand(Command, target).GetMessageAsync());
    }

    [Fact]
    public async Task Use_OnMessageWithoutWords_AnswersPrivately()
    {
        await using var bot = await RunningBot.StartAsync();
        var target = bot.Server.SendMessage("👍", bot.Server.AddChannel("elsewhere"));

        var answer = await bot.Server.UseMessageCommand(Command, target).GetMessageAsync();

        Assert.True(answer.IsEphemeral);
        Assert.Equal("I couldn't make out a question in that.", answer.Title());
        Assert.Contains("You can ask, for example:", answer.Description(), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Json["components"]![0]!["components"]!.AsArray());
    }

    [Fact]
    public async Task Use_ThenWhy_ExplainsThatAnswer()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Server.UseMessageCommand(Command, bot.Server.SendMessage(Question)).GetMessageAsync();

        var why = await bot.Server.UseCommand("why").GetMessageAsync();

        Assert.Contains($"You asked: “{Question}”", why.Description(), StringComparison.Ordinal);
    }

    private static void AssertHasNoText(SentMessage answer)
    {
        Assert.True(answer.IsEphemeral);
        Assert.Equal(
            "That message has no text, and I can't read images, files or embeds. Ask your question with /ask.",
            answer.Description());
    }
}
