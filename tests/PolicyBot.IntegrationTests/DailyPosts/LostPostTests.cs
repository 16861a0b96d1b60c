using System.Globalization;
using NodaTime;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>
/// Each day's post appears in its channel exactly once, even if Discord or the bot's machine fails meanwhile.
/// </summary>
public abstract class LostPostTests
{
    public sealed class OverBuiltIn : LostPostTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : LostPostTests;
#endif

    private const string Route = "/channels/{channel_id}/messages";
    private const string PostedWords = "posted as message";
    private const int Always = 1_000_000;

    private static readonly Instant FirstDue = DailyServer.FirstDue;
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    // Longer than Discord remembers a nonce.
    private const int MinutesTillForgotten = 7;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_SentButNoResponse_IsFoundNotResent(bool isAnswered)
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.HttpFaults.Add(
            isAnswered ? new HttpFault.StatusAfter(500) : new HttpFault.DropAfter(), "POST", Route, Always);

        await daily.GoToFailureAsync();
        daily.Server.HttpFaults.Clear();
        await daily.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(30));
        await daily.WaitForOutcomeAsync(PostedWords);

        await AssertPostedOnceAsync(daily);
    }

    [Fact]
    public async Task Post_SentButResponseTimesOut_IsFoundNotResent()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.HttpFaults.Add(new HttpFault.HoldAfter(), "POST", Route, Always);

        await daily.GoToDueAsync(FirstDue);
        for (var tries = 1; tries <= 3; tries++)
        {
            await daily.WaitForTriesAsync(tries);
            await daily.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(10));
            if (tries < 3)
                await daily.Clock.AdvanceUntilAsync(daily.WaitForTriesAsync(tries + 1), TimeSpan.FromSeconds(5));
        }

        await daily.Bot.Log.WaitForAsync("probably not posted");
        daily.Server.HttpFaults.Clear();
        // It is tried again 30 s after the first attempt, so at once.
        await daily.WaitForOutcomeAsync(PostedWords);

        await AssertPostedOnceAsync(daily);
    }

    [Fact]
    public async Task Post_SentButHistoryUnreadable_IsFoundAfterNonceExpires()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.HttpFaults.Add(new HttpFault.StatusAfter(500), "POST", Route, Always);
        daily.Server.HttpFaults.Add(new HttpFault.Status(503), "GET", Route, Always);

        await daily.GoToFailureAsync();
        await daily.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(30));
        await daily.WaitForFailuresAsync(2);
        for (var minute = 0; minute < MinutesTillForgotten; minute++)
        {
            await daily.AdvanceAsync(Minute);
            await daily.WaitForFailuresAsync(3 + minute);
        }

        daily.Server.HttpFaults.Clear();
        await daily.WaitForOutcomeAsync(PostedWords);

        await AssertPostedOnceAsync(daily);
    }

    [Fact]
    public async Task Post_FailingFor7Minutes_IsSentWithFirstContent()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        var preview = await daily.UseAsync("preview");
        daily.Server.HttpFaults.Add(new HttpFault.DropBefore(), "POST", Route, Always);

        await daily.GoToFailureAsync();
        for (var tries = 2; tries <= 2 * MinutesTillForgotten; tries++)
        {
            await daily.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(30));
            await daily.WaitForFailuresAsync(tries);
        }

        daily.Server.HttpFaults.Clear();
        await daily.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(30));
        var post = await daily.WaitForPostAsync(1);

        Assert.Equal(preview.Embeds().ToJsonString(), post.Embeds().ToJsonString());
        await AssertPostedOnceAsync(daily);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task Post_RateLimitedFor20Minutes_IsSentOnceAfterwards(string scope)
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromMinutes(20), scope), "POST", Route);

        await daily.GoToAsync(FirstDue);
        await daily.Bot.Log.WaitForAsync("probably not posted");
        var post = await daily.WaitForPostAsync(1);

        Assert.InRange(TimeOf(post), FirstDue + (20 * Minute), FirstDue + (22 * Minute));
        await AssertPostedOnceAsync(daily);
    }

    [Fact]
    public async Task Post_DiscordDownFor2Hours_IsSentLateOnce()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.GoToDueAsync(FirstDue - Minute);
        daily.Server.HttpFaults.Add(new HttpFault.Status(503), times: Always);
        await daily.GoToFailureAsync();
        await daily.Clock.NextTimerAsync(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));
        daily.Clock.Advance(TimeSpan.FromHours(2));
        await daily.WaitForFailuresAsync(2);

        daily.Server.HttpFaults.Clear();
        var post = await daily.WaitForPostAsync(1);

        Assert.InRange(TimeOf(post), FirstDue + (120 * Minute), FirstDue + (125 * Minute));
        await AssertPostedOnceAsync(daily);
        await daily.PostedAtAsync(FirstDue + Day, 2);
    }

    [Fact]
    public async Task Post_DiscordDownFor8Hours_IsSkippedWithNoteAndNextIsSent()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.GoToDueAsync(FirstDue - Minute);
        daily.Server.HttpFaults.Add(new HttpFault.Status(503), times: Always);
        await daily.GoToFailureAsync();
        await daily.Clock.NextTimerAsync(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));
        daily.Clock.Advance(TimeSpan.FromHours(8));
        // The bot asks every minute; only when Discord is back does it know whether the post was sent.
        for (var tries = 2; tries < 6; tries++)
        {
            await daily.WaitForFailuresAsync(tries);
            await daily.AdvanceAsync(Minute);
        }

        await daily.WaitForFailuresAsync(6);
        daily.Server.HttpFaults.Clear();
        await daily.WaitForOutcomeAsync("skipped");

        Assert.Contains(
            "**2026-03-02** – skipped: I couldn't send it within 6 hours of when it was due. Last attempt: Discord "
                + "couldn't be reached, or failed.",
            await daily.StatusAsync(), StringComparison.Ordinal);
        Assert.Empty(daily.Posts);
        Assert.Empty(daily.Told);
        await daily.PostedAtAsync(FirstDue + Day, 1);
        await daily.PassMinutesAsync(3);
        Assert.Single(daily.Posts);
    }

    [Fact]
    public async Task Post_SentBeforeDiscordDownFor8Hours_IsFound()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.HttpFaults.Add(new HttpFault.StatusAfter(500), "POST", Route, Always);
        await daily.GoToFailureAsync();
        await daily.Clock.NextTimerAsync(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));
        daily.Server.HttpFaults.Clear();
        daily.Clock.Advance(TimeSpan.FromHours(8));

        await daily.WaitForOutcomeAsync(PostedWords);

        await AssertPostedOnceAsync(daily);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(5 * 60, true)]
    [InlineData(8 * 60, false)]
    public async Task Start_AfterPostWasDue_SendsItUnlessTooLate(int minutes, bool isSent)
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.StopBotAsync();
        daily.Clock.Advance((FirstDue + (minutes * Minute) - daily.Now).ToTimeSpan());

        await daily.StartBotAsync();
        await daily.WaitForOutcomeAsync(isSent ? PostedWords : "skipped: I couldn't send it within 6 hours");

        Assert.Equal(isSent ? 1 : 0, daily.Posts.Count);
        await daily.PostedAtAsync(FirstDue + Day, isSent ? 2 : 1);
        await daily.PassMinutesAsync(3);
        Assert.Equal(isSent ? 2 : 1, daily.Posts.Count);
    }

    [Fact]
    public async Task Start_AfterSeveralDays_SendsOnlyOnePost()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.StopBotAsync();
        daily.Clock.Advance((FirstDue + (4 * Day) + Minute - daily.Now).ToTimeSpan());

        await daily.StartBotAsync();
        await daily.WaitForOutcomeAsync(PostedWords);
        await daily.PassMinutesAsync(5);

        Assert.Single(daily.Posts);
        var status = await daily.StatusAsync();
        Assert.Contains("**2026-03-06** – posted", status, StringComparison.Ordinal);
        Assert.Contains("**2026-03-02** – skipped", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_DuringSend_NextStartFindsPost()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.HttpFaults.Add(new HttpFault.HoldAfter(), "POST", Route);
        await daily.GoToAsync(FirstDue);
        await daily.WaitForTriesAsync(1);

        await daily.StopBotAsync();
        daily.Clock.Advance(TimeSpan.FromMinutes(1));
        await daily.StartBotAsync();
        await daily.WaitForOutcomeAsync(PostedWords);

        await AssertPostedOnceAsync(daily);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stop_AfterPostFailed_NextStartRetriesIt(bool isStored)
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        daily.Server.HttpFaults.Add(
            isStored ? new HttpFault.StatusAfter(500) : new HttpFault.Status(500), "POST", Route, Always);
        await daily.GoToFailureAsync();

        await daily.StopBotAsync();
        daily.Server.HttpFaults.Clear();
        daily.Clock.Advance(TimeSpan.FromMinutes(MinutesTillForgotten));
        await daily.StartBotAsync();
        await daily.WaitForOutcomeAsync(PostedWords);

        await AssertPostedOnceAsync(daily);
    }

    [Fact]
    public async Task TwoInstances_SameDatabase_PostOnceADay()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.AdvanceAsync(Minute);
        await daily.StartBotAsync();

        for (var day = 0; day < 5; day++) await daily.PostedAtAsync(FirstDue + (day * Day), day + 1);
        await daily.PassMinutesAsync(5);

        Assert.Equal(5, daily.Posts.Count);
    }

    private static Instant TimeOf(SentMessage message) =>
        Instant.FromDateTimeOffset(
            DateTimeOffset.Parse((string)message.Json["timestamp"]!, CultureInfo.InvariantCulture));

    private static async Task AssertPostedOnceAsync(DailyServer daily)
    {
        await daily.PassMinutesAsync(10);
        Assert.Single(daily.Posts);
        Assert.Equal(
            $"<#{daily.Channel.Id}>\n\n- The next post is due on Tuesday, 3 March 2026, at 09:00 (Europe/London).\n- "
                + "**Full** – a summary in one line, the point, quote and question of the day, and what was asked\n- "
                + "**2026-03-02** – posted",
            await daily.StatusAsync());
    }
}
