using NodaTime;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary><c>/daily</c> commands while a post is paused or being sent.</summary>
public abstract class DailyCommandPendingPostTests
{
    public sealed class OverBuiltIn : DailyCommandPendingPostTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : DailyCommandPendingPostTests;
#endif

    private const string Route = "/channels/{channel_id}/messages";

    private static readonly Instant FirstDue = DailyServer.FirstDue;
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public async Task Status_ChannelDeleted_CanRemovePost()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.DeleteChannel(daily.Channel);
        await daily.GoToAsync(FirstDue);
        await daily.WaitForOutcomeAsync("paused");

        var status = await daily.UseAsync("status");
        var removed = await daily.Bot.PressAsync(status, Assert.Single(status.Labels()), daily.Moderator);

        Assert.Equal(["Remove no. 1 (09:00, Europe/London): The channel was deleted."], status.Labels());
        Assert.Equal(
            "Removed. If you set it up again, it continues with what hasn't been shown yet.", removed.Description());
        Assert.Equal(
            "No channel of this server has a daily post. Use /daily set to set one up.", await daily.StatusAsync());
    }

    [Fact]
    public async Task Status_Paused_SaysNothingIsBeingSent()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.DenyBot(daily.Channel, PermissionBits.SendMessages);

        await daily.GoToAsync(FirstDue);
        await daily.WaitForOutcomeAsync("paused");
        Assert.EndsWith(
            "\n- **2026-03-02** – probably not posted", await daily.StatusAsync(), StringComparison.Ordinal);

        daily.Server.DenyBot(daily.Channel, 0);
        await daily.AdvanceAsync(Duration.FromHours(7));
        await daily.UseAsync("resume");
        await daily.WaitForOutcomeAsync("skipped");
        Assert.EndsWith(
            "\n- **2026-03-02** – skipped: I couldn't send it within 6 hours of when it was due. Last attempt: I need "
                + "Send Messages there.",
            await daily.StatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SkipNext_PostInProgress_SkipsNothing()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.HttpFaults.Add(new HttpFault.StatusAfter(500), "POST", Route, 5);
        await daily.GoToFailureAsync();

        var answer = await daily.UseAsync("skip-next");
        await daily.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(30));
        await daily.WaitForOutcomeAsync("posted as message");
        await daily.PostedAtAsync(FirstDue + Day, 1);

        Assert.StartsWith(
            "The post due on Monday, 2 March 2026, at 09:00 (Europe/London) is already being sent, so nothing was "
                + "skipped.",
            answer.Description(), StringComparison.Ordinal);
        Assert.Equal(2, daily.Posts.Count);
    }

    [Fact]
    public async Task Set_OtherZoneDuringRetries_FinishesPostFirst()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync("23:50");
        daily.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromMinutes(30)), "POST", Route);
        await daily.GoToAsync(Instant.FromUtc(2026, 3, 1, 23, 50));
        await daily.AdvanceAsync(Duration.FromMinutes(1));

        var answer = await daily.UseAsync("set", ("time", "23:50"), ("timezone", "Asia/Kathmandu"));
        await daily.WaitForPostAsync(1);

        Assert.Equal(
            "The post due on Sunday, 1 March 2026, at 23:50 (Europe/London) may still be on its way; I'll finish it "
                + "first. Use this command again after that.",
            answer.Description());
        Assert.Contains("- **2026-03-01** – posted", await daily.StatusAsync(), StringComparison.Ordinal);
    }
}
