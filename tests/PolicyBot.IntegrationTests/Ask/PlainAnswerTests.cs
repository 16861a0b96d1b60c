using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Ask;

/// <summary>Without the permission to embed links, the bot answers mentions in plain text.</summary>
public abstract class PlainAnswerTests
{
    public sealed class OverBuiltIn : PlainAnswerTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : PlainAnswerTests;
#endif

    private const int MaxLength = 2000;

    [Fact]
    public async Task Mention_WithoutEmbedLinks_IsAnsweredInPlainText()
    {
        await using var bot = await StartAsync(PermissionBits.EmbedLinks);

        var question = bot.Server.SendMessage($"{bot.Mention()} who signed the letter?");
        var answer = await AnswerAsync(bot);

        Assert.StartsWith("**Who signed the letter?**\n\nThe draft of the letter", answer.Content);
        Assert.Contains("\n\n> a draft of the letter, dated Oct. 4", answer.Content, StringComparison.Ordinal);
        Assert.Contains("-# From “Attorney General Pressures", answer.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("shorten", answer.Content, StringComparison.Ordinal);
        Assert.Empty(answer.Embeds());
        Assert.Empty(answer.Pings);
        Assert.Equal(question.Id.ToString(), (string?)answer.Json["message_reference"]!["message_id"]);
        Assert.Contains("In context", answer.Labels());
        await bot.FinishAsync();
        bot.AssertNothingIsWrong();
    }

    [Fact]
    public async Task Press_UnderPlainText_ReplacesTheText()
    {
        await using var bot = await StartAsync(PermissionBits.EmbedLinks);
        bot.Server.SendMessage($"{bot.Mention()} who signed the letter?");
        var answer = await AnswerAsync(bot);

        var shown = await bot.PressAsync(answer, "Which U.S. officials signed the letter?");

        Assert.Equal(answer.Id, shown.Id);
        Assert.Empty(shown.Content);
        Assert.Equal("Which U.S. officials signed the letter?", shown.Title());
    }

    [Fact]
    public async Task Mention_WithoutEmbedLinksAndHistory_IsAnsweredWithoutReference()
    {
        await using var bot = await StartAsync(PermissionBits.EmbedLinks | PermissionBits.ReadMessageHistory);

        bot.Server.SendMessage($"{bot.Mention()} did Google sign?");
        var answer = await AnswerAsync(bot);

        Assert.StartsWith("**The article doesn't mention Google.**", answer.Content);
        Assert.Null(answer.Json["message_reference"]);
    }

    // Three answers at once are longer than a text may be.
    [Fact]
    public async Task Mention_LongAnswer_IsShortenedAndNamesTheCommand()
    {
        await using var bot = await StartAsync(PermissionBits.EmbedLinks);

        bot.Server.SendMessage(
            $"{bot.Mention()} Who signed the letter? What does the letter ask Facebook to do? "
            + "What did Facebook say about the letter?");
        var answer = await AnswerAsync(bot);

        Assert.InRange(answer.Content.Length, MaxLength / 2, MaxLength);
        Assert.Contains(
            "\n\n-# I had to shorten this, because I'm not allowed to embed links here. Use /ask to see all of it.",
            answer.Content,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mention_WithoutAText_IsAnsweredWithTheHelp()
    {
        await using var bot = await StartAsync(PermissionBits.EmbedLinks);

        bot.Server.SendMessage(bot.Mention());
        var answer = await AnswerAsync(bot);

        Assert.Contains("/ask", answer.Content, StringComparison.Ordinal);
        Assert.True(
            answer.Content.Length <= MaxLength
                && (!answer.Content.Contains("shorten", StringComparison.Ordinal)
                    || answer.Content.Contains("Use /help", StringComparison.Ordinal)),
            answer.Content);
    }

    [Fact]
    public async Task Mention_WithoutSendMessages_IsTriedTwiceAndLogged()
    {
        await using var bot = await StartAsync(PermissionBits.SendMessages);

        bot.Server.SendMessage($"{bot.Mention()} who signed the letter?");
        await bot.Log.WaitForAsync("Failed to send the answer");
        await bot.FinishAsync();

        Assert.Equal(2, bot.Posts());
    }

    private static async Task<RunningBot> StartAsync(ulong denied)
    {
        var bot = await RunningBot.StartAsync();
        bot.Server.DenyBot(bot.Server.Channel, denied);
        return bot;
    }

    private static async Task<SentMessage> AnswerAsync(RunningBot bot)
    {
        await bot.Server.Log.WaitForAsync<RequestRecord>(
            r => r is { Method: "POST", Route: "/channels/{channel_id}/messages", Status: 200 },
            ct: TestContext.Current.CancellationToken);
        return bot.Server.GetMessages(bot.Server.Channel).Single(m => m.AuthorId == bot.Server.Bot.UserId);
    }
}
