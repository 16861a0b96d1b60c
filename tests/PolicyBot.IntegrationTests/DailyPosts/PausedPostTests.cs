using NodaTime;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>
/// Daily posts that Discord refuses: they are paused, one person is notified once, and they continue after a moderator
/// has fixed the problem.
/// </summary>
public abstract class PausedPostTests
{
    public sealed class OverBuiltIn : PausedPostTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : PausedPostTests;
#endif

    private const string Route = "/channels/{channel_id}/messages";

    private static readonly Instant FirstDue = DailyServer.FirstDue;
    private static readonly Duration Day = Duration.FromDays(1);

    [Theory]
    [InlineData(PermissionBits.ViewChannel, "I need View Channel there.")]
    [InlineData(PermissionBits.SendMessages, "I need Send Messages there.")]
    [InlineData(PermissionBits.EmbedLinks, "I need Embed Links there.")]
    public async Task Post_PermissionLost_IsPausedNotifiedOnceAndResumed(ulong denied, string reason)
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.DenyBot(daily.Channel, denied);

        await daily.GoToAsync(FirstDue);
        await daily.WaitForOutcomeAsync($"paused: {reason}");
        for (var day = 1; day < 5; day++) await daily.GoToAsync(FirstDue + (day * Day));
        await daily.IdleAsync();

        var told = Assert.Single(daily.Told);
        Assert.Equal("A daily post is paused", told.Title());
        Assert.Equal(
            $"<#{daily.Channel.Id}>\n\nI couldn't send the daily post that you set up there: {reason}\n\n"
                + "-# I won't post there until you fix the problem and use /daily resume. To remove the post, use "
                + "the button in /daily status.",
            told.Description());
        Assert.Empty(daily.Posts);
        Assert.StartsWith(
            $"<#{daily.Channel.Id}>\n\n- Paused: {reason} Use /daily resume to continue.\n", await daily.StatusAsync(),
            StringComparison.Ordinal);

        daily.Server.DenyBot(daily.Channel, 0);
        Assert.Equal(
            "I'll continue with the post that was due on Monday, 2 March 2026, at 09:00 (Europe/London), unless it's "
                + "too late.",
            (await daily.UseAsync("resume")).Description());
        await daily.WaitForPostAsync(1);
        await daily.PostedAtAsync(FirstDue + (5 * Day), 2);
        Assert.Single(daily.Told);
        Assert.Contains(
            "- **2026-03-03** – skipped: I couldn't send it within 6 hours of when it was due.",
            await daily.StatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_PermissionLostTwice_NotifiesTwice()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.DenyBot(daily.Channel, PermissionBits.SendMessages);
        await daily.GoToAsync(FirstDue);
        await daily.WaitForOutcomeAsync("paused");
        daily.Server.DenyBot(daily.Channel, 0);
        await daily.UseAsync("resume");
        await daily.WaitForPostAsync(1);
        daily.Server.DenyBot(daily.Channel, PermissionBits.SendMessages);

        await daily.GoToAsync(FirstDue + Day);
        await daily.WaitForOutcomeAsync("paused", 2);

        Assert.Equal(2, daily.Told.Count);
    }

    [Fact]
    public async Task Post_ChannelDeleted_IsPausedAndNotified()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.DeleteChannel(daily.Channel);

        await daily.GoToAsync(FirstDue);
        await daily.WaitForOutcomeAsync("paused: The channel was deleted.");
        for (var day = 1; day < 5; day++) await daily.GoToAsync(FirstDue + (day * Day));
        await daily.IdleAsync();

        Assert.Contains(
            "I couldn't send the daily post that you set up there: The channel was deleted.",
            Assert.Single(daily.Told).Description(), StringComparison.Ordinal);
        Assert.Contains("- Paused: The channel was deleted.", await daily.StatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_PermissionRestoredInTime_IsSentWhenResumed()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.DenyBot(daily.Channel, PermissionBits.SendMessages);
        await daily.GoToAsync(FirstDue);
        await daily.WaitForOutcomeAsync("paused");
        daily.Server.DenyBot(daily.Channel, 0);
        await daily.AdvanceAsync(Duration.FromHours(5));

        Assert.Equal(
            "I'll continue with the post that was due on Monday, 2 March 2026, at 09:00 (Europe/London), unless it's "
                + "too late.",
            (await daily.UseAsync("resume")).Description());
        await daily.WaitForPostAsync(1);
        await daily.PostedAtAsync(FirstDue + Day, 2);
        Assert.Equal(2, daily.Posts.Count);
    }

    [Fact]
    public async Task Post_ServerLeftAndRejoined_IsPausedAndResumed()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.RemoveBot(daily.Server.Guild);

        await daily.GoToAsync(FirstDue);
        await daily.WaitForOutcomeAsync("paused");
        await daily.GoToAsync(FirstDue + Day);
        await daily.IdleAsync();
        Assert.Single(daily.Told);

        daily.Server.AddBot(daily.Server.Guild);
        await daily.UseAsync("resume");
        await daily.WaitForPostAsync(1);
        await daily.PostedAtAsync(FirstDue + Day + Day, 2);
    }

    [Fact]
    public async Task Post_DirectMessagesRefused_NotifiesInSystemChannel()
    {
        await using var daily = await DailyServer.StartAsync();
        var notices = daily.Server.AddChannel("notices");
        daily.Server.SetSystemChannel(daily.Server.Guild, notices);
        daily.Server.RefuseDirectMessages(daily.Moderator);
        await daily.SetAsync();
        daily.Server.DenyBot(daily.Channel, PermissionBits.SendMessages);

        await daily.GoToAsync(FirstDue);
        await daily.WaitForOutcomeAsync("paused");
        for (var day = 1; day < 5; day++) await daily.GoToAsync(FirstDue + (day * Day));
        await daily.IdleAsync();

        Assert.Contains("I need Send Messages there.", Assert.Single(daily.Server.GetMessages(notices))
            .Description(), StringComparison.Ordinal);
        Assert.Empty(daily.Told);
    }

    // Without the history, nobody knows whether the first attempt succeeded; the post could appear twice.
    [Fact]
    public async Task Post_HistoryLostAfterFailedSend_IsPausedAndFoundLater()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.HttpFaults.Add(new HttpFault.StatusAfter(500), "POST", Route, 5);
        await daily.GoToFailureAsync();
        daily.Server.DenyBot(daily.Channel, PermissionBits.ReadMessageHistory);

        await daily.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(30));
        await daily.WaitForOutcomeAsync("paused: I need Read Message History there.");
        await daily.AdvanceAsync(Duration.FromMinutes(10));
        daily.Server.DenyBot(daily.Channel, 0);
        Assert.Equal(
            "Posted. Paused: I need Read Message History there. Use /daily resume to continue.",
            (await daily.UseAsync("post-now")).Description());

        Assert.Single(daily.Posts);
        Assert.Contains("**2026-03-02** – posted", await daily.StatusAsync(), StringComparison.Ordinal);
        await daily.UseAsync("resume");
        await daily.PostedAtAsync(FirstDue + Day, 1);
        Assert.Equal(2, daily.Posts.Count);
    }
}
