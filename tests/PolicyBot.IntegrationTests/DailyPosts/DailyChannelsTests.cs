using System.Globalization;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>Daily posts in Discord's channels: permissions, sending, finding and notifying.</summary>
public abstract class DailyChannelsTests
{
    public sealed class OverBuiltIn : DailyChannelsTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : DailyChannelsTests;
#endif

    private const string MessagesRoute = "/channels/{channel_id}/messages";
    private const string Nonce = "nonce";

    private static readonly LocalDate Day = new(2026, 3, 1);
    private static readonly Reply Notice = TestCommand.Says("The daily post is paused.");
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1 << 10, "View Channel")]
    [InlineData(1 << 11, "Send Messages")]
    [InlineData(1 << 14, "Embed Links")]
    [InlineData(1 << 16, "Read Message History")]
    [InlineData((1 << 14) | (1 << 16), "Embed Links, Read Message History")]
    [InlineData(1 << 15, "")]
    public async Task GetMissingPermissions_DeniedInChannel_AreNamed(ulong denied, string missing)
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.DenyBot(bot.Server.Channel, denied);

        Assert.Equal(missing, string.Join(", ", (await MissingRightsAsync(bot, bot.Server.Channel))!));
    }

    [Fact]
    public async Task GetMissingPermissions_AllowedByRole_AreNotMissing()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.SetEveryonePermissions(bot.Server.Guild, 1 << 10);
        bot.Server.AddBotRole(bot.Server.Guild, "PolicyBot", (1 << 11) | (1 << 14) | (1 << 16));

        Assert.Empty((await MissingRightsAsync(bot, bot.Server.Channel))!);
    }

    [Fact]
    public async Task GetMissingPermissions_DeletedChannel_IsViewChannel()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.DeleteChannel(bot.Server.Channel);

        Assert.Equal(["View Channel"], (await MissingRightsAsync(bot, bot.Server.Channel))!);
    }

    [Fact]
    public async Task GetMissingPermissions_GuildLeft_IsViewChannel()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.RemoveBot(bot.Server.Guild);

        Assert.Equal(["View Channel"], (await MissingRightsAsync(bot, bot.Server.Channel))!);
    }

    // Otherwise moderators of one guild could have the bot post in another.
    [Fact]
    public async Task GetMissingPermissions_ChannelOfAnotherGuild_IsViewChannel()
    {
        await using var bot =
            await RunningBot.StartAsync(new RunningBot.Setup { ServerOptions = new FakeDiscordOptions { Guilds = 2 } });
        var other = bot.Server.AddChannel("others", bot.Server.Guilds[1]);

        Assert.Equal(["View Channel"], (await MissingRightsAsync(bot, other))!);
    }

    [Fact]
    public async Task GetMissingPermissions_DiscordFails_IsUnknown()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromMinutes(10)), "GET", times: 9);

        Assert.Null(await MissingRightsAsync(bot, bot.Server.Channel));
    }

    [Fact]
    public async Task Post_SameNonce_IsSentOnce()
    {
        await using var bot = await RunningBot.StartAsync();

        var first = await PostAsync(bot);
        var again = await PostAsync(bot);

        var message = Assert.Single(bot.Server.GetMessages(bot.Server.Channel));
        Assert.Equal("Today from the article", message.Title());
        Assert.Equal(new SendPostResult.Posted(Text(message.Id)), first);
        Assert.Equal(first, again);
    }

    [Theory]
    [InlineData(1 << 10, "I need View Channel there.")]
    [InlineData(1 << 11, "I need Send Messages there.")]
    [InlineData(1 << 14, "I need Embed Links there.")]
    public async Task Post_MissingPermission_IsRefusedAndNamed(ulong denied, string reason)
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.DenyBot(bot.Server.Channel, denied);

        var outcome = await PostAsync(bot);

        Assert.Equal(Refused(reason), outcome);
        Assert.Empty(bot.Server.GetMessages(bot.Server.Channel));
    }

    [Fact]
    public async Task Post_DeletedChannel_IsRefused()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.DeleteChannel(bot.Server.Channel);

        Assert.Equal(Refused("The channel was deleted."), await PostAsync(bot));
    }

    [Fact]
    public async Task Post_RefusedForAnotherReason_QuotesDiscord()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(new HttpFault.Refusal(
            403, 20016, "This action cannot be performed due to slowmode rate limit."), "POST", MessagesRoute);

        Assert.Equal(
            Refused("Discord refused it: “This action cannot be performed due to slowmode rate limit.”."),
            await PostAsync(bot));
    }

    [Fact]
    public async Task Post_RefusedByProxy_CanBeRetried()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(new HttpFault.Status(403, "<html>Blocked</html>"), "POST", MessagesRoute);

        Assert.Equal(
            Unknown(Duration.FromSeconds(30), "A proxy between Discord and me responded “403 Forbidden”."),
            await PostAsync(bot));
    }

    [Fact]
    public async Task Post_RateLimited_CanBeRetriedLater()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromMinutes(10)), "POST", MessagesRoute);

        Assert.Equal(Unknown(Duration.FromMinutes(10), "Discord asked me to wait."), await PostAsync(bot));
    }

    [Fact]
    public async Task Post_ResponseLost_IsUnknownAndFound()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(new HttpFault.DropAfter(), "POST", MessagesRoute, times: 10);

        var posting = PostAsync(bot);
        await bot.Clock.AdvanceUntilAsync(posting, TimeSpan.FromSeconds(5));
        bot.Server.HttpFaults.Clear();

        Assert.Equal(Unknown(Duration.FromSeconds(30), "Discord couldn't be reached, or failed."), await posting);
        Assert.Equal(new FindPostResult.Found(
            Text(Assert.Single(bot.Server.GetMessages(bot.Server.Channel)).Id)), await FindAsync(bot));
    }

    [Fact]
    public async Task Find_ManyMessages_FindsPostByMark()
    {
        await using var bot = await RunningBot.StartAsync();
        for (var n = 0; n < 150; n++) bot.Server.SendMessage($"before {n}");
        await PostAsync(bot, Day.PlusDays(-1), "yesterday");
        var posted = Assert.IsType<SendPostResult.Posted>(await PostAsync(bot));
        for (var n = 0; n < 150; n++) bot.Server.SendMessage($"after {n}");

        Assert.Equal(new FindPostResult.Found(posted.MessageId), await FindAsync(bot));
        Assert.IsType<FindPostResult.NotFound>(await FindAsync(bot, Day.PlusDays(1)));
    }

    [Theory]
    [InlineData(-4, true)]
    [InlineData(4, true)]
    [InlineData(-30, false)]
    [InlineData(30, false)]
    public async Task Find_PostOfOtherTime_IsFoundWithinClockDifference(int minutes, bool isFound)
    {
        await using var bot = await RunningBot.StartAsync();
        await PostAsync(bot);
        var posted = Now(bot) + Duration.FromMinutes(minutes);

        var outcome = await bot.Daily.FindAsync(Text(bot.Server.Guild.Id), Text(
            bot.Server.Channel.Id), DailyPostReply.FormatMark(Day), posted, posted, Cancellation);

        Assert.Equal(isFound, outcome is FindPostResult.Found);
    }

    [Fact]
    public async Task Find_EmptyChannel_IsUnreadable()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.IsType<FindPostResult.NotFound>(await FindAsync(bot));
    }

    // Discord returns no messages then, so the bot would send a post again that is there.
    [Fact]
    public async Task Find_UnreadableHistory_IsRefused()
    {
        await using var bot = await RunningBot.StartAsync();
        await PostAsync(bot);
        bot.Server.DenyBot(bot.Server.Channel, 1 << 16);

        Assert.Equal(Unreadable("I need Read Message History there."), await FindAsync(bot));
    }

    [Fact]
    public async Task Find_DeletedChannel_IsRefused()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.DeleteChannel(bot.Server.Channel);

        Assert.Equal(Unreadable("The channel was deleted."), await FindAsync(bot));
    }

    [Fact]
    public async Task Find_DiscordFails_IsUnknown()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromMinutes(10)), "GET", times: 9);

        Assert.NotNull(Assert.IsType<FindPostResult.Failed>(await FindAsync(bot)).Failure.RetryAfter);
    }

    [Fact]
    public async Task Notify_UserAcceptsDirectMessages_SendsOne()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.True(await TellAsync(bot));

        Assert.Equal(
            "The daily post is paused.",
            Assert.Single(bot.Server.GetMessages(bot.Server.GetDirectMessages(bot.Server.User))).Description());
    }

    [Fact]
    public async Task Notify_UserRefusesDirectMessages_PostsInSystemChannel()
    {
        await using var bot = await RunningBot.StartAsync();
        var news = bot.Server.AddChannel("news");
        bot.Server.SetSystemChannel(bot.Server.Guild, news);
        bot.Server.RefuseDirectMessages(bot.Server.User);

        Assert.True(await TellAsync(bot));

        Assert.Equal("The daily post is paused.", Assert.Single(bot.Server.GetMessages(news)).Description());
        bot.AssertNothingIsWrong();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Notify_NoChannelAllowed_ReturnsFalse(bool hasSystemChannel)
    {
        await using var bot = await RunningBot.StartAsync();
        var news = bot.Server.AddChannel("news");
        bot.Server.SetSystemChannel(bot.Server.Guild, hasSystemChannel ? news : null);
        bot.Server.DenyBot(news, 1 << 11);
        bot.Server.RefuseDirectMessages(bot.Server.User);

        Assert.False(await TellAsync(bot));
    }

    [Fact]
    public async Task Notify_GuildLeft_ReturnsFalse()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.RefuseDirectMessages(bot.Server.User);
        bot.Server.RemoveBot(bot.Server.Guild);

        Assert.False(await TellAsync(bot));
    }

    [Fact]
    public async Task Notify_DirectMessageFails_PostsInSystemChannel()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.SetSystemChannel(bot.Server.Guild, bot.Server.Channel);
        bot.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromMinutes(10)), "POST", MessagesRoute);

        Assert.True(await TellAsync(bot));

        Assert.Single(bot.Server.GetMessages(bot.Server.Channel));
    }

    [Fact]
    public async Task Notify_DiscordFails_ReturnsFalseAndLogs()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.SetSystemChannel(bot.Server.Guild, bot.Server.Channel);
        bot.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromMinutes(10)), "POST", MessagesRoute, 2);

        Assert.False(await TellAsync(bot));

        Assert.Contains(bot.Log.All, l => l.StartsWith("Warning: Failed to notify anyone", StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<string>?> MissingRightsAsync(RunningBot bot, DiscordChannel channel) =>
        bot.Daily.GetMissingPermissionsAsync(Text(bot.Server.Guild.Id), Text(channel.Id), Cancellation);

    private static SendPostResult.Failed Refused(string reason) => new(new ChannelFailure(reason, RetryAfter: null));

    private static SendPostResult.Failed Unknown(Duration retryAfter, string reason) =>
        new(new ChannelFailure(reason, retryAfter));

    private static FindPostResult.Failed Unreadable(string reason) => new(new ChannelFailure(reason, RetryAfter: null));

    private static Task<SendPostResult> PostAsync(RunningBot bot) => PostAsync(bot, Day, Nonce);

    private static Task<SendPostResult> PostAsync(RunningBot bot, LocalDate day, string nonce)
    {
        var channel = Text(bot.Server.Channel.Id);
        var post = new DailyPost { Summary = "It is about encryption.", Source = "“The article”" };
        return bot.Daily.PostAsync(
            Text(bot.Server.Guild.Id), channel, DailyPostReply.Create(post, day, channel), nonce, Cancellation);
    }

    private static Task<FindPostResult> FindAsync(RunningBot bot) => FindAsync(bot, Day);

    private static Task<FindPostResult> FindAsync(RunningBot bot, LocalDate day)
    {
        var now = Now(bot);
        return bot.Daily.FindAsync(Text(bot.Server.Guild.Id), Text(
            bot.Server.Channel.Id), DailyPostReply.FormatMark(day), now - Minute, now + Minute, Cancellation);
    }

    private static Task<bool> TellAsync(RunningBot bot) =>
        bot.Daily.NotifyAsync(Text(bot.Server.Guild.Id), Text(bot.Server.User.Id), Notice, Nonce, Cancellation);

    private static Instant Now(RunningBot bot) => Instant.FromDateTimeOffset(bot.Clock.GetUtcNow());

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
