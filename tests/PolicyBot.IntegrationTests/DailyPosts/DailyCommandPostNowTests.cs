using NodaTime;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary><c>/daily post-now</c>.</summary>
public abstract class DailyCommandPostNowTests
{
    public sealed class OverBuiltIn : DailyCommandPostNowTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : DailyCommandPostNowTests;
#endif

    private const string Route = "/channels/{channel_id}/messages";

    [Fact]
    public async Task PostNow_NotPostedYet_PostsAtOnceAndNotAgain()
    {
        await using var daily =
            await DailyServer.StartAsync(new TestClock(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero)));
        await daily.SetAsync();
        await daily.PassMinutesAsync(1);

        var answer = await daily.UseAsync("post-now");
        var again = await daily.UseAsync("post-now");

        Assert.Equal(($"Posted. {ScheduleTexts.DayAfter}", true), (answer.Description(), answer.IsEphemeral));
        Assert.Equal($"Today's post is already in the channel. {ScheduleTexts.DayAfter}", again.Description());
        await daily.GoToAsync(Instant.FromUtc(2026, 3, 2, 9, 0));
        await daily.PassMinutesAsync(3);
        Assert.Single(daily.Posts);
        await daily.PostedAtAsync(Instant.FromUtc(2026, 3, 3, 9, 0), 2);
    }

    [Fact]
    public async Task PostNow_AlreadySkipped_RepliesThatPostWasSkipped()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync("18:00");
        await daily.UseAsync("skip-next");
        await daily.GoToAsync(Instant.FromUtc(2026, 3, 1, 18, 0));
        await daily.IdleAsync();

        var answer = await daily.UseAsync("post-now");

        Assert.Equal(
            "Today's post was skipped: A moderator skipped it. The next post is due on Monday, 2 March 2026, at 18:00 "
                + "(Europe/London).",
            answer.Description());
        Assert.Empty(daily.Posts);
    }

    [Fact]
    public async Task PostNow_TomorrowSkipped_KeepsSkip()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.PassMinutesAsync(1);
        await daily.UseAsync("skip-next");

        var answer = await daily.UseAsync("post-now");

        Assert.Equal(
            "Posted. The post due on Monday, 2 March 2026, at 09:00 (Europe/London) will be skipped.",
            answer.Description());
        Assert.Single(daily.Posts);
        await daily.GoToAsync(Instant.FromUtc(2026, 3, 2, 9, 0));
        await daily.PostedAtAsync(Instant.FromUtc(2026, 3, 3, 9, 0), 2);
        Assert.Contains(
            "**2026-03-02** – skipped: A moderator skipped it.", await daily.StatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostNow_Refused_PausesAndExplainsOnce()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.PassMinutesAsync(1);
        daily.Server.DenyBot(daily.Channel, PermissionBits.SendMessages);

        var answer = await daily.UseAsync("post-now");

        Assert.Equal(
            "I couldn't post it: I need Send Messages there. Fix that, then use /daily resume.", answer.Description());
        Assert.Contains(
            "Paused: I need Send Messages there. Use /daily resume to continue.", await daily.StatusAsync(),
            StringComparison.Ordinal);
        daily.Server.DenyBot(daily.Channel, 0);
        await daily.UseAsync("resume");
        await daily.WaitForPostAsync(1);
    }

    [Fact]
    public async Task PostNow_Paused_PostsAndStaysPaused()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.PassMinutesAsync(1);
        await daily.UseAsync("pause");

        var answer = await daily.UseAsync("post-now");

        Assert.Equal("Posted. Paused: A moderator paused it. Use /daily resume to continue.", answer.Description());
        await daily.GoToAsync(Instant.FromUtc(2026, 3, 2, 9, 0));
        await daily.PassMinutesAsync(2);
        Assert.Single(daily.Posts);
    }

    [Fact]
    public async Task PostNow_DuringRetriesOfYesterday_FinishesThatFirst()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync("23:50");
        daily.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromMinutes(30)), "POST", Route);
        await daily.GoToAsync(Instant.FromUtc(2026, 3, 1, 23, 50));
        await daily.AdvanceAsync(Duration.FromMinutes(15));

        var answer = await daily.UseAsync("post-now");
        await daily.WaitForPostAsync(1);

        Assert.Equal(
            "The post due on Sunday, 1 March 2026, at 23:50 (Europe/London) may still be on its way; I'll finish it "
                + "first. Use this command again after that.",
            answer.Description());
        Assert.Contains("- **2026-03-01** – posted", await daily.StatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostNow_SendFails_ReportsFailureAndRetries()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.PassMinutesAsync(1);
        daily.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromMinutes(5)), "POST", Route);

        var answer = await daily.UseAsync("post-now");
        var status = await daily.StatusAsync();
        await daily.WaitForPostAsync(1);
        await daily.PassMinutesAsync(5);

        Assert.Equal(
            "Discord asked me to wait. It hasn't gone out yet, as far as I know; I'll keep trying.",
            answer.Description());
        Assert.Contains("(Europe/London) is on its way.\n", status, StringComparison.Ordinal);
        Assert.Contains(
            "**2026-03-01** – not sent yet, tried once: Discord asked me to wait.", status, StringComparison.Ordinal);
        Assert.Single(daily.Posts);
    }
}
