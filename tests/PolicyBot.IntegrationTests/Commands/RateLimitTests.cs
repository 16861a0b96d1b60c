using PolicyBot.Discord.Client.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Commands;

/// <summary>The rate limits of users and channels: who is told, and that others aren't delayed.</summary>
public abstract class RateLimitTests
{
    public sealed class OverBuiltIn : RateLimitTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : RateLimitTests;
#endif

    private const string Notice = "That's more than I can answer at once. Please wait";

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task Commands_OverTheUserLimit_NotifiesOnce()
    {
        await using var bot = await StartAsync(user: 3);

        for (var use = 0; use < 3; use++) AssertAnswered(await bot.Server.UseCommand("summary").GetMessageAsync());
        bot.Clock.Advance(TimeSpan.FromSeconds(4));
        var told = await bot.Server.UseCommand("summary").GetMessageAsync();
        var silent = Enumerable.Range(0, 5).Select(_ => bot.Server.UseCommand("summary")).ToList();
        AssertAnswered(await OfSomebodyElse(bot).GetMessageAsync());
        await bot.FinishAsync();

        Assert.Contains($"{Notice} 6 s", told.Description(), StringComparison.Ordinal);
        Assert.True(told.IsEphemeral);
        Assert.All(silent, s => Assert.Empty(s.Messages));
        Assert.Equal(3 + 1 + 1, bot.Callbacks());
    }

    [Fact]
    public async Task Commands_TenSecondsLater_AreAnsweredAgain()
    {
        await using var bot = await StartAsync(user: 2);
        await bot.Server.UseCommand("summary").GetMessageAsync();
        await bot.Server.UseCommand("summary").GetMessageAsync();

        bot.Clock.Advance(Window - Tick);
        var told = await bot.Server.UseCommand("summary").GetMessageAsync();
        bot.Clock.Advance(Tick);

        Assert.Contains($"{Notice} 1 s", told.Description(), StringComparison.Ordinal);
        AssertAnswered(await bot.Server.UseCommand("summary").GetMessageAsync());
        AssertAnswered(await bot.Server.UseCommand("summary").GetMessageAsync());
    }

    // After ten seconds without a denial, the user is told again.
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Commands_OverTheLimitAgain_NotifiesOnlyAfterAPause(int lastRefusal, bool isTold)
    {
        await using var bot = await StartAsync(user: 1);
        await bot.Server.UseCommand("summary").GetMessageAsync();
        AssertTold(await bot.Server.UseCommand("summary").GetMessageAsync());
        bot.Clock.Advance(lastRefusal * Tick);
        var silent = bot.Server.UseCommand("summary");
        await PassAsync(bot);

        bot.Clock.Advance(Window - (lastRefusal * Tick));
        AssertAnswered(await bot.Server.UseCommand("summary").GetMessageAsync());
        var another = bot.Server.UseCommand("summary");
        await PassAsync(bot);
        await bot.FinishAsync();

        Assert.Empty(silent.Messages);
        if (isTold) AssertTold(Assert.Single(another.Messages));
        else Assert.Empty(another.Messages);
    }

    [Fact]
    public async Task Commands_HundredsFromOneUser_DoNotDelayOthers()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { IsLimited = true });
        var (grace, lin) = (bot.Server.AddUser("grace"), bot.Server.AddUser("lin"));

        var flood = Enumerable.Range(0, 300).Select(_ => bot.Server.UseCommand("summary")).ToList();
        var beside = bot.Server.UseCommand("summary", user: grace);
        var elsewhere = bot.Server.UseCommand("summary", channel: bot.Server.AddChannel("elsewhere"), user: lin);
        AssertAnswered(await beside.GetMessageAsync());
        AssertAnswered(await elsewhere.GetMessageAsync());
        await bot.FinishAsync();

        var shown = flood.SelectMany(f => f.Messages).ToList();
        Assert.Equal((8, 1), (shown.Count(m => !IsNotice(m)), shown.Count(IsNotice)));
        Assert.Equal(8 + 1 + 2, bot.Callbacks());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public async Task Commands_DefaultUserLimit_IsEight(int uses)
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { IsLimited = true });

        SentMessage last = null!;
        for (var use = 0; use < uses; use++) last = await bot.Server.UseCommand("summary").GetMessageAsync();

        Assert.Equal(uses > 8, IsNotice(last));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(41)]
    public async Task Commands_DefaultChannelLimit_IsForty(int uses)
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { IsLimited = true });

        SentMessage last = null!;
        for (var use = 0; use < uses; use++) last = await OfSomebodyElse(bot).GetMessageAsync();

        Assert.Equal(uses > 40, IsNotice(last));
    }

    [Fact]
    public async Task Commands_OverTheChannelLimit_NotifiesEachUserOnce()
    {
        await using var bot = await StartAsync(user: 10, channel: 5);
        var members = Enumerable.Range(0, 8).Select(n => bot.Server.AddUser($"member {n}")).ToList();

        var first = members.Select(m => bot.Server.UseCommand("summary", user: m)).ToList();
        var second = members.Select(m => bot.Server.UseCommand("summary", user: m)).ToList();
        var third = members.Select(m => bot.Server.UseCommand("summary", user: m)).ToList();
        AssertAnswered(
            await bot.Server.UseCommand("summary", channel: bot.Server.AddChannel("elsewhere"), user: members[^1])
                .GetMessageAsync());
        await bot.FinishAsync();

        Assert.All(first.Take(5), u => AssertAnswered(Assert.Single(u.Messages)));
        Assert.All(first.Skip(5), u => AssertTold(Assert.Single(u.Messages)));
        Assert.All(second.Take(5), u => AssertTold(Assert.Single(u.Messages)));
        Assert.All([.. second.Skip(5), .. third], u => Assert.Empty(u.Messages));
        Assert.Equal(8 + 5 + 1, bot.Callbacks());
    }

    // Denied questions of a user don't use up the channel's limit.
    [Fact]
    public async Task Commands_OverTheUserLimit_DoNotCountForTheChannel()
    {
        await using var bot = await StartAsync(user: 2, channel: 4);
        foreach (var _ in Enumerable.Range(0, 20)) bot.Server.UseCommand("summary");

        AssertAnswered(await OfSomebodyElse(bot).GetMessageAsync());
        AssertAnswered(await OfSomebodyElse(bot).GetMessageAsync());
        AssertTold(await OfSomebodyElse(bot).GetMessageAsync());
    }

    [Theory]
    [InlineData("settings", 30)]
    [InlineData("daily status", 30)]
    public async Task ModeratorCommands_DefaultLimit_IsTheirOwn(string command, int limit)
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { IsLimited = true });
        var moderator = AddModerator(bot);

        for (var use = 0; use < limit; use++)
            AssertAnswered(await bot.Server.UseCommand(command, user: moderator).GetMessageAsync());
        AssertTold(await bot.Server.UseCommand(command, user: moderator).GetMessageAsync());
        bot.Clock.Advance(Window);
        AssertAnswered(await bot.Server.UseCommand(command, user: moderator).GetMessageAsync());
    }

    [Fact]
    public async Task ModeratorCommands_Many_CountForNoOtherLimit()
    {
        await using var bot = await StartAsync(user: 1, channel: 2);
        var moderator = AddModerator(bot);

        for (var use = 0; use < 9; use++)
            AssertAnswered(await bot.Server.UseCommand("settings", user: moderator).GetMessageAsync());

        AssertAnswered(await bot.Server.UseCommand("summary", user: moderator).GetMessageAsync());
        AssertAnswered(await OfSomebodyElse(bot).GetMessageAsync());
        AssertTold(await bot.Server.UseCommand("summary", user: moderator).GetMessageAsync());
        AssertAnswered(await bot.Server.UseCommand("settings", user: moderator).GetMessageAsync());
    }

    // Everyone sees a public button.
    [Fact]
    public async Task ModeratorCommands_OfAMember_CountForTheMember()
    {
        await using var bot = await StartAsync(user: 2);
        var message = new OutgoingMessage([new Embed { Description = "Old." }])
        {
            Buttons = [new Button("Settings", "settings")],
        };
        var id = await bot.Connection.SendMessageAsync(
            bot.Server.Channel.Id, message, "old", null, TestContext.Current.CancellationToken);
        var old = bot.Server.FindMessage(id)!;

        for (var use = 0; use < 2; use++)
        {
            Assert.Contains(
                "You aren't allowed to use /settings here.",
                (await bot.Server.Press(old, "settings").GetMessageAsync()).Description(),
                StringComparison.Ordinal);
        }

        AssertTold(await bot.Server.Press(old, "settings").GetMessageAsync());
    }

    [Fact]
    public async Task PrivateAnswers_DoNotCountForTheChannel()
    {
        await using var bot = await StartAsync(user: 10, channel: 2);

        for (var use = 0; use < 4; use++) AssertAnswered(await bot.Use("summary", "private", true).GetMessageAsync());
        var quotes = await bot.Use("quotes", "private", true).GetMessageAsync();
        AssertAnswered(await bot.PressAsync(quotes, "Next"));

        AssertAnswered(await OfSomebodyElse(bot).GetMessageAsync());
        AssertAnswered(await OfSomebodyElse(bot).GetMessageAsync());
        AssertTold(await OfSomebodyElse(bot).GetMessageAsync());
        AssertAnswered(await bot.Use("summary", "private", true).GetMessageAsync());
    }

    [Fact]
    public async Task Answers_InAServerWithPrivateAnswers_DoNotCountForTheChannel()
    {
        await using var deployment = await Deployment.CreateAsync();
        deployment.Configure = o => (o.Discord.UserLimit, o.Discord.ChannelLimit) = (10, 2);
        deployment.IsLimited = true;
        await using var bot = await deployment.StartAsync();
        await bot.ManageAsync(deployment.Moderator, "settings", ("answers", "asker"));

        for (var use = 0; use < 4; use++) AssertAnswered(await bot.Server.UseCommand("summary").GetMessageAsync());
        AssertAnswered(await bot.Use("summary", "private", false).GetMessageAsync());
        AssertAnswered(await bot.Use("summary", "private", false).GetMessageAsync());

        AssertTold(await bot.Use("summary", "private", false).GetMessageAsync());
    }

    [Fact]
    public async Task Commands_InSeveralChannels_CountForTheUser()
    {
        await using var bot = await StartAsync(user: 2);

        AssertAnswered(await bot.Server.UseCommand("summary").GetMessageAsync());
        AssertAnswered(
            await bot.Server.UseCommand("summary", channel: bot.Server.AddChannel("elsewhere")).GetMessageAsync());
        AssertTold(await bot.Server.UseCommand("summary", channel: bot.Server.GetDirectMessages(bot.Server.User))
            .GetMessageAsync());
    }

    // The notice is a new message: otherwise it would replace the answer whose button was pressed.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Press_OverTheLimit_NotifiesPrivatelyAndKeepsTheMessage(bool isPrivate)
    {
        await using var bot = await StartAsync(user: 2);
        var message = await bot.Use("quotes", "private", isPrivate).GetMessageAsync();
        await bot.Server.Press(message, Id(message, "Next")).GetResponseAsync();
        message = bot.Server.FindMessage(message.Id)!;

        var over = bot.Server.Press(message, Id(message, "Previous"));
        var told = await over.GetMessageAsync();
        var silent = bot.Server.Press(message, Id(message, "Previous"));
        await PassAsync(bot);
        await bot.FinishAsync();

        AssertTold(told);
        Assert.NotEqual(message.Id, told.Id);
        Assert.Equal(message.Json.ToJsonString(), bot.Server.FindMessage(message.Id)!.Json.ToJsonString());
        Assert.Empty(silent.Messages);
        Assert.Equal(2 + 1 + 1, bot.Callbacks());
    }

    [Fact]
    public async Task MessageCommands_OverTheLimit_NotifiesOnce()
    {
        await using var bot = await StartAsync(user: 1);
        var target = bot.Server.SendMessage("who signed the letter?");

        AssertAnswered(await bot.Server.UseMessageCommand("Answer this", target).GetMessageAsync());
        AssertTold(await bot.Server.UseMessageCommand("Answer this", target).GetMessageAsync());
        bot.Server.UseMessageCommand("Answer this", target);
        await PassAsync(bot);
        await bot.FinishAsync();

        Assert.Equal(2 + 1, bot.Callbacks());
    }

    [Fact]
    public async Task Mentions_OverTheUserLimit_NotifiesOnce()
    {
        await using var bot = await StartAsync(user: 2);

        for (var message = 0; message < 6; message++) bot.Server.SendMessage($"{bot.Mention()} who signed the letter?");
        bot.Server.SendMessage($"{bot.Mention()} who signed the letter?", author: bot.Server.AddUser("grace"));
        await bot.WaitForPostAsync(4);
        await bot.FinishAsync();

        var posted =
            bot.Server.GetMessages(bot.Server.Channel).Where(m => m.AuthorId == bot.Server.Bot.UserId).ToList();
        Assert.Equal((3, 1), (posted.Count(m => !IsNotice(m)), posted.Count(IsNotice)));
        Assert.All(posted, m => Assert.Empty(m.Pings));
        Assert.Equal(4, bot.Posts());
    }

    // Everyone in the channel sees it.
    [Fact]
    public async Task Mentions_OverTheChannelLimit_NotifiesOncePerChannel()
    {
        await using var bot = await StartAsync(user: 10, channel: 2);
        var members = Enumerable.Range(0, 6).Select(n => bot.Server.AddUser($"member {n}")).ToList();

        foreach (var member in members)
            bot.Server.SendMessage($"{bot.Mention()} who signed the letter?", author: member);
        var command = bot.Server.UseCommand("summary", user: members[^1]);
        AssertTold(await command.GetMessageAsync());
        bot.Server.SendMessage(
            $"{bot.Mention()} who signed the letter?", bot.Server.AddChannel("elsewhere"), members[^1]);
        await bot.WaitForPostAsync(4);
        await bot.FinishAsync();

        var posted = bot.Server.GetMessages(bot.Server.Channel)
            .Where(m => m.AuthorId == bot.Server.Bot.UserId && !m.IsEphemeral)
            .ToList();
        Assert.Equal((2, 1), (posted.Count(m => !IsNotice(m)), posted.Count(IsNotice)));
        Assert.Equal(4, bot.Posts());
    }

    [Fact]
    public async Task Replies_Unreadable_DoNotCount()
    {
        await using var bot = await StartAsync(user: 2);
        var summary = await bot.Server.UseCommand("summary").GetMessageAsync();

        for (var reply = 0; reply < 5; reply++) bot.Server.SendMessage("who signed?", replyTo: summary, pings: false);
        AssertAnswered(await bot.Server.UseCommand("summary").GetMessageAsync());
        await bot.FinishAsync();

        Assert.Equal(1, bot.Posts());
    }

    [Fact]
    public async Task Messages_NotForTheBot_DoNotCount()
    {
        await using var bot = await StartAsync(user: 1, channel: 1);
        var webhook = bot.Server.AddUser("webhook");

        bot.Server.SendMessage("who signed the letter?");
        bot.Server.SendMessage($"{bot.Mention()} who signed the letter?", author: webhook, isWebhook: true);
        bot.Server.SendMessage(
            $"{bot.Mention()} who signed the letter?", author: bot.Server.AddUser("another bot", isBot: true));

        AssertAnswered(await bot.Server.UseCommand("summary").GetMessageAsync());
    }

    [Fact]
    public async Task Questions_ByCommandAndMention_CountTogether()
    {
        await using var bot = await StartAsync(user: 2);

        AssertAnswered(await bot.Server.UseCommand("summary").GetMessageAsync());
        bot.Server.SendMessage($"{bot.Mention()} who signed the letter?");
        AssertAnswered(await bot.WaitForPostAsync());
        AssertTold(await bot.Server.UseCommand("summary").GetMessageAsync());
    }

    private static Task<RunningBot> StartAsync(int user, int channel = 1_000) =>
        RunningBot.StartAsync(
            new RunningBot.Setup
            {
                IsLimited = true,
                Configure = o => (o.UserLimit, o.ChannelLimit) = (user, channel)
            });

    // Events are received in order: when this is answered, all earlier ones were received.
    private static async Task PassAsync(RunningBot bot) =>
        AssertAnswered(await OfSomebodyElse(bot, bot.Server.AddChannel("beside")).GetMessageAsync());

    private static SentInteraction OfSomebodyElse(RunningBot bot, DiscordChannel? channel = null) =>
        bot.Server.UseCommand("summary", channel: channel, user: bot.Server.AddUser("somebody else"));

    private static DiscordUser AddModerator(RunningBot bot) =>
        bot.Server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);

    private static bool IsNotice(SentMessage message) =>
        message.Description().StartsWith(Notice, StringComparison.Ordinal);

    private static void AssertTold(SentMessage message)
    {
        Assert.True(IsNotice(message), message.Description());
        Assert.True(message.IsEphemeral);
    }

    private static void AssertAnswered(SentMessage message)
    {
        Assert.False(IsNotice(message), message.Description());
        Assert.NotEmpty(message.Description());
    }

    private static string Id(SentMessage message, string label) => (string)message.Json["components"]!.AsArray()
        .SelectMany(r => r!["components"]!.AsArray()).Single(c => (string?)c!["label"] == label)!["custom_id"]!;
}
