using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Ask;

/// <summary>Commands, mentions, replies and direct messages, as members see them.</summary>
public abstract class AskCommandTests
{
    public sealed class OverBuiltIn : AskCommandTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : AskCommandTests;
#endif

    private const string Question = "Who signed the letter?";

    [Fact]
    public async Task Ask_Question_AnswersWithEvidenceAndSource()
    {
        await using var bot = await RunningBot.StartAsync();

        var message =
            await bot.Use("ask", "question", Question).GetMessageAsync();

        Assert.Equal(Question, message.Title());
        Assert.Contains("William Barr", message.Description(), StringComparison.Ordinal);
        Assert.Contains("\n> a draft of the letter", message.Description(), StringComparison.Ordinal);
        Assert.StartsWith("From “Attorney General Pressures Facebook", message.Footer(), StringComparison.Ordinal);
        Assert.False(message.IsEphemeral);
        Assert.Empty(message.Pings);
    }

    [Fact]
    public async Task Ask_NotUnderstood_AnswersPrivately()
    {
        await using var bot = await RunningBot.StartAsync();

        var message =
            await bot.Use("ask", "question", "🙂🙂🙂").GetMessageAsync();

        Assert.Equal("I couldn't make out a question in that.", message.Title());
        Assert.True(message.IsEphemeral);
    }

    [Theory]
    [InlineData("quote", "by", "Barr")]
    [InlineData("summary", "length", "full")]
    [InlineData("help", null, null)]
    [InlineData("people", null, null)]
    [InlineData("topics", null, null)]
    [InlineData("article", null, null)]
    [InlineData("why", null, null)]
    public async Task Command_Any_IsAnswered(string command, string? option, string? value)
    {
        await using var bot = await RunningBot.StartAsync();

        var options = option is null ? null : new Dictionary<string, object> { [option] = value! };
        var message = await bot.Server.UseCommand(command, options).GetMessageAsync();

        Assert.NotEmpty(message.Description());
    }

    [Fact]
    public async Task Command_LongReply_ContinuesInFollowUps()
    {
        var text = string.Join(' ', Enumerable.Range(0, 2_000).Select(n => $"word{n}"));
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(new TestCommand("long", _ => Task.FromResult(TestCommand.Says(text)))),
        });

        var used = bot.Server.UseCommand("long");
        await used.GetMessageAsync(3);

        Assert.Equal(
            text, string.Join(' ', used.Messages.SelectMany(m => m.Embeds()).Select(e => (string)e!["description"]!)));
    }

    [Fact]
    public async Task Command_InDirectMessages_IsAnswered()
    {
        await using var bot = await RunningBot.StartAsync();

        var used = bot.Server.UseCommand("summary", channel: bot.Server.GetDirectMessages(bot.Server.User));

        Assert.NotEmpty((await used.GetMessageAsync()).Description());
    }

    [Theory]
    [InlineData("<@{0}> who signed the letter?")]
    [InlineData("who signed <@!{0}> the letter?")]
    public async Task Mention_WithAQuestion_IsRepliedTo(string content)
    {
        await using var bot = await RunningBot.StartAsync();

        var asked = bot.Server.SendMessage(string.Format(null, content, bot.Server.Bot.UserId));
        var reply = await bot.WaitForPostAsync();

        Assert.Equal(Question, reply.Title());
        Assert.Equal(asked.Id.ToString(), (string?)reply.Json["message_reference"]!["message_id"]);
        Assert.Empty(reply.Pings);
    }

    [Fact]
    public async Task Mention_WithoutText_ShowsHelp()
    {
        await using var bot = await RunningBot.StartAsync();

        bot.Server.SendMessage($"<@{bot.Server.Bot.UserId}>");

        Assert.Equal("What I can do", (await bot.WaitForPostAsync()).Title());
    }

    [Fact]
    public async Task Reply_WithPing_IsAnswered()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.SendMessage($"<@{bot.Server.Bot.UserId}>");
        var help = await bot.WaitForPostAsync();

        bot.Server.SendMessage("who signed the letter?", replyTo: help);

        Assert.Equal(Question, (await bot.WaitForPostAsync(2)).Title());
    }

    [Fact]
    public async Task Mention_HistoryNotReadable_IsAnsweredWithoutReply()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(
            new HttpFault.Refusal(403, 160002, "Cannot reply without permission to read message history"), "POST",
            "/channels/{channel_id}/messages");

        bot.Server.SendMessage($"<@{bot.Server.Bot.UserId}> who signed the letter?");
        var post =
            await bot.Server.Log.WaitForAsync<RequestRecord>(
                r => r is { Method: "POST", Route: "/channels/{channel_id}/messages", Status: 200 },
                ct: TestContext.Current.CancellationToken);

        Assert.Null(post.Body!["message_reference"]);
    }

    [Fact]
    public async Task Mention_HistoryNotReadable_SendsAllPartsAfterOneRefusal()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand("ask", _ => Task.FromResult(TestCommand.Says(new string('a', 8_000))))),
        });
        bot.Server.HttpFaults.Add(
            new HttpFault.Refusal(403, 160002, "Cannot reply without permission to read message history"), "POST",
            "/channels/{channel_id}/messages");

        bot.Server.SendMessage($"{bot.Mention()} who signed the letter?");
        await bot.Server.Log.WaitForAsync<RequestRecord>(
            r => r is { Method: "POST", Route: "/channels/{channel_id}/messages", Status: 200 }, 2,
            TestContext.Current.CancellationToken);
        await bot.FinishAsync();

        var parts = bot.Server.GetMessages(bot.Server.Channel).Where(m => m.AuthorId == bot.Server.Bot.UserId).ToList();
        Assert.Equal(2, parts.Count);
        Assert.All(parts, p => Assert.Null(p.Json["message_reference"]));
        Assert.Equal(3, bot.Posts());
    }

    [Fact]
    public async Task DirectMessage_Question_IsAnswered()
    {
        await using var bot = await RunningBot.StartAsync();

        bot.Server.SendMessage("who signed the letter?", bot.Server.GetDirectMessages(bot.Server.User));

        Assert.Equal(Question, (await bot.WaitForPostAsync()).Title());
    }

    [Fact]
    public async Task Message_FromBotOrWebhookOrWithoutMention_IsNotAnswered()
    {
        await using var bot = await RunningBot.StartAsync();
        var mention = $"<@{bot.Server.Bot.UserId}> who signed the letter?";

        bot.Server.SendMessage(mention, author: bot.Server.AddUser("another bot", isBot: true));
        bot.Server.SendMessage(mention, isWebhook: true);
        bot.Server.SendMessage("who signed the letter?");
        bot.Server.SendMessage($"<@{bot.Server.Bot.UserId}> what is encryption?");

        var reply = await bot.WaitForPostAsync();
        await bot.FinishAsync();
        Assert.Equal(1, bot.Posts());
        Assert.NotEqual(Question, reply.Title());
    }

    [Fact]
    public async Task Message_Text_IsLoggedOnlyAtTrace()
    {
        await using var bot = await RunningBot.StartAsync();

        bot.Server.SendMessage($"<@{bot.Server.Bot.UserId}> my secret is xyzzy");
        await bot.WaitForPostAsync();
        await bot.Use("ask", "question", "my secret is xyzzy")
            .GetMessageAsync();

        Assert.DoesNotContain(bot.Log.All, l => l.Contains("xyzzy", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.All, l => l.Contains(bot.Server.Bot.Token, StringComparison.Ordinal));
    }
}
