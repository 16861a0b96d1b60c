using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Ask;

/// <summary>How replies to messages are answered. Without a ping, Discord withholds the text from the bot.</summary>
public abstract class ReplyTests
{
    public sealed class OverBuiltIn : ReplyTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : ReplyTests;
#endif

    private const string Question = "who signed the letter?";
    private const string Hint = "I can't read a reply that doesn't ping me.";

    [Fact]
    public async Task Reply_WithoutPing_IsExplainedOncePerUser()
    {
        await using var bot = await RunningBot.StartAsync();
        var summary = await bot.Server.UseCommand("summary").GetMessageAsync();
        var grace = bot.Server.AddUser("grace");

        bot.Server.SendMessage(Question, replyTo: summary, pings: false);
        var hint = await bot.WaitForPostAsync();
        bot.Server.SendMessage(Question, replyTo: hint, pings: false);
        var ofGrace = bot.Server.SendMessage(Question, replyTo: summary, pings: false, author: grace);
        var toGrace = await bot.WaitForPostAsync(2);
        bot.Server.SendMessage(Question, bot.Server.AddChannel("elsewhere"), grace, summary, pings: false);
        await bot.FinishAsync();

        Assert.Contains(Hint, hint.Description(), StringComparison.Ordinal);
        Assert.Contains(Hint, toGrace.Description(), StringComparison.Ordinal);
        Assert.Equal(ofGrace.Id.ToString(), (string?)toGrace.Json["message_reference"]!["message_id"]);
        Assert.Empty(toGrace.Pings);
        Assert.Equal(2, bot.Posts());
    }

    [Fact]
    public async Task Reply_WithoutPingInReadOnlyChannel_IsExplainedElsewhere()
    {
        await using var bot = await RunningBot.StartAsync();
        var summary = await bot.Server.UseCommand("summary").GetMessageAsync();
        bot.Server.DenyBot(bot.Server.Channel, PermissionBits.SendMessages);

        bot.Server.SendMessage(Question, replyTo: summary, pings: false);
        await bot.Log.WaitForAsync("Failed to send the answer");
        var again =
            bot.Server.SendMessage(Question, bot.Server.AddChannel("elsewhere"), replyTo: summary, pings: false);
        await bot.Server.Log.WaitForAsync<RequestRecord>(
            r => r is { Method: "POST", Route: "/channels/{channel_id}/messages", Status: 200 },
            ct: TestContext.Current.CancellationToken);
        bot.Server.SendMessage(Question, replyTo: summary, pings: false);
        await bot.FinishAsync();

        var hints = bot.Server.Channels.SelectMany(bot.Server.GetMessages)
            .Where(m => m.Description().Contains(Hint, StringComparison.Ordinal));
        Assert.Equal(again.ChannelId, Assert.Single(hints).ChannelId);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "<@{0}> ")]
    public async Task Reply_WithPingOrMention_IsAnswered(bool pings, string before)
    {
        await using var bot = await RunningBot.StartAsync();
        var summary = await bot.Server.UseCommand("summary").GetMessageAsync();
        bot.Server.SendMessage(Question, replyTo: summary, pings: false);
        await bot.WaitForPostAsync();

        bot.Server.SendMessage(
            string.Format(null, before, bot.Server.Bot.UserId) + Question, replyTo: summary, pings: pings);

        Assert.Equal("Who signed the letter?", (await bot.WaitForPostAsync(2)).Title());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reply_InDirectMessages_IsAnswered(bool pings)
    {
        await using var bot = await RunningBot.StartAsync();
        var summary =
            await bot.Server.UseCommand("summary", channel: bot.Server.GetDirectMessages(bot.Server.User))
                .GetMessageAsync();

        bot.Server.SendMessage(Question, replyTo: summary, pings: pings);

        Assert.Equal("Who signed the letter?", (await bot.WaitForPostAsync()).Title());
    }

    [Fact]
    public async Task DirectMessage_WithoutText_ShowsHelp()
    {
        await using var bot = await RunningBot.StartAsync();

        bot.Server.SendMessage("", bot.Server.GetDirectMessages(bot.Server.User));

        Assert.Equal("What I can do", (await bot.WaitForPostAsync()).Title());
    }

    // A forwarded message contains its original guild, and its text is in another place.
    [Fact]
    public async Task DirectMessage_ForwardedFromGuild_ShowsHelp()
    {
        await using var bot = await RunningBot.StartAsync();
        var original = bot.Server.SendMessage(Question);

        bot.Server.Dispatch("MESSAGE_CREATE", new JsonObject
        {
            ["id"] = "1",
            ["channel_id"] = bot.Server.GetDirectMessages(bot.Server.User).Id.ToString(),
            ["author"] = new JsonObject
            {
                ["id"] = bot.Server.User.Id.ToString(),
                ["username"] = "ada",
                ["discriminator"] = "0"
            },
            ["type"] = 0,
            ["content"] = "",
            ["timestamp"] = "2026-01-01T00:00:00+00:00",
            ["mentions"] = new JsonArray(),
            ["message_reference"] = new JsonObject
            {
                ["type"] = 1,
                ["message_id"] = original.Id.ToString(),
                ["channel_id"] = bot.Server.Channel.Id.ToString(),
                ["guild_id"] = bot.Server.Guild.Id.ToString(),
            },
        });

        Assert.Equal("What I can do", (await bot.WaitForPostAsync()).Title());
    }

    [Fact]
    public async Task Reply_ToAnotherUser_IsNotAnswered()
    {
        await using var bot = await RunningBot.StartAsync();
        var grace = bot.Server.AddUser("grace");
        var plain = bot.Server.SendMessage(Question, author: grace);
        var mention = bot.Server.SendMessage($"{bot.Mention()} {Question}", author: grace);
        await bot.WaitForPostAsync();

        foreach (var replied in new[] { plain, mention })
        {
            bot.Server.SendMessage("I wonder too", replyTo: replied, pings: true);
            bot.Server.SendMessage("I wonder too", replyTo: replied, pings: false);
        }

        await AssertLastAsync(bot, posts: 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reply_FromBotOrWebhook_IsNotAnswered(bool pings)
    {
        await using var bot = await RunningBot.StartAsync();
        var summary = await bot.Server.UseCommand("summary").GetMessageAsync();

        bot.Server.SendMessage(
            Question, replyTo: summary, pings: pings, author: bot.Server.AddUser("another bot", isBot: true));
        bot.Server.SendMessage(Question, replyTo: summary, pings: pings, isWebhook: true);
        bot.Server.SendMessage(Question, bot.Server.GetDirectMessages(bot.Server.AddUser("a third bot", isBot: true)));

        await AssertLastAsync(bot, posts: 1);
    }

    // Messages are read in order: what isn't answered by then never will be.
    private static async Task AssertLastAsync(RunningBot bot, int posts)
    {
        bot.Server.SendMessage($"{bot.Mention()} what is encryption?", bot.Server.AddChannel("last"));
        Assert.NotEmpty((await bot.WaitForPostAsync(posts)).Description());
        await bot.FinishAsync();
        Assert.Equal(posts, bot.Posts());
        Assert.Single(
            bot.Server.GetMessages(bot.Server.Channels.Single(c => c.Name == "last")),
            m => m.AuthorId == bot.Server.Bot.UserId);
    }
}
