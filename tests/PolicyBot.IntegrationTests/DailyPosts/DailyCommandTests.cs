using System.Globalization;
using NodaTime;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>The <c>/daily</c> commands and their replies.</summary>
public abstract class DailyCommandTests
{
    public sealed class OverBuiltIn : DailyCommandTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : DailyCommandTests;
#endif

    private const string NoTime = "{0} isn't a time. Write it like 9:00, 18:30, 6:30 pm or noon.";
    private const string NoZone =
        "I don't know the time zone {0}. Start typing it, like Europe/London, and pick one from the list.";
    private const string NoneThere = "That channel has no daily post. Use /daily set to set one up.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> OfAChannel => new("preview", "post-now", "pause", "resume", "skip-next", "remove");

    [Fact]
    public async Task Set_ValidOptions_ConfirmsPrivately()
    {
        await using var daily = await DailyServer.StartAsync();

        var answer = await daily.UseAsync("set", ("time", "9:00"), ("timezone", "Europe/London"));

        Assert.True(answer.IsEphemeral);
        Assert.Equal(
            $"<#{daily.Channel.Id}>\n\n{ScheduleTexts.Tomorrow}\n\n{ScheduleTexts.Full}\n\n"
                + "-# /daily preview shows what it will look like; /daily status shows what was posted.",
            answer.Description());
    }

    [Theory]
    [InlineData("25:00", "Europe/London", NoTime, "25:00")]
    [InlineData("24:01", "Europe/London", NoTime, "24:01")]
    [InlineData("noonish", "Europe/London", NoTime, "noonish")]
    [InlineData("9", "Europe/London", NoTime, "9")]
    [InlineData("13 pm", "Europe/London", NoTime, "13 pm")]
    [InlineData("9:5", "Europe/London", NoTime, "9:5")]
    [InlineData("9:00", "Europe/Lundon", NoZone, "Europe/Lundon")]
    [InlineData("9:00", "UTC+15", NoZone, "UTC+15")]
    [InlineData("9:00", "Etc/GMT+1", NoZone, "Etc/GMT+1")]
    public async Task Set_InvalidTimeOrZone_ExplainsAndChangesNothing(
        string time, string zone, string words, string named)
    {
        await using var daily = await DailyServer.StartAsync();

        var answer = await daily.UseAsync("set", ("time", time), ("timezone", zone));

        Assert.Equal(string.Format(CultureInfo.InvariantCulture, words, $"“{named}”"), answer.Description());
        Assert.True(answer.IsEphemeral);
        Assert.Equal(
            "No channel of this server has a daily post. Use /daily set to set one up.", await daily.StatusAsync());
    }

    [Theory]
    [InlineData("24:00", "Europe/London", "00:00 (Europe/London)", "“24:00” as 00:00.")]
    [InlineData("midnight", "Europe/London", "00:00 (Europe/London)", "“midnight” as 00:00.")]
    [InlineData("noon", "Europe/London", "12:00 (Europe/London)", "“noon” as 12:00.")]
    [InlineData("21h30", "Europe/London", "21:30 (Europe/London)", "“21h30” as 21:30.")]
    [InlineData("0900", "Europe/London", "09:00 (Europe/London)", "“0900” as 09:00.")]
    [InlineData("6:30 p.m.", "Europe/London", "18:30 (Europe/London)", "“6:30 p.m.” as 18:30.")]
    [InlineData("9:00", "GMT", "09:00 (UTC)", "“GMT” as UTC.")]
    [InlineData("9:00", "Etc/UTC", "09:00 (UTC)", "“Etc/UTC” as UTC.")]
    [InlineData("9:00", "cet", "09:00 (CET)", null)]
    [InlineData("9:00", "Istanbul", "09:00 (Europe/Istanbul)", "“Istanbul” as Europe/Istanbul.")]
    [InlineData(
        "9:00", "new york", @"09:00 (America/New\_York)", @"“new york” as America/New\_York.")]
    [InlineData(
        "9:00", "UTC+2", "09:00 (UTC+02)", "“UTC+2” as UTC+02, which is the same in summer and winter.")]
    [InlineData(
        "9:00", "gmt-5:30", "09:00 (UTC-05:30)", "“gmt-5:30” as UTC-05:30, which is the same in summer and winter.")]
    public async Task Set_OtherSpellings_ConfirmsWhatWasUnderstood(
        string time, string zone, string due, string? understood)
    {
        await using var daily = await DailyServer.StartAsync();

        var answer = (await daily.UseAsync("set", ("time", time), ("timezone", zone))).Description();

        Assert.Contains($", at {due}.", answer, StringComparison.Ordinal);
        if (understood is null) Assert.DoesNotContain("I read", answer, StringComparison.Ordinal);
        else Assert.Contains($"I read {understood}", answer, StringComparison.Ordinal);
        Assert.Contains($", at {due}.", await daily.StatusAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PermissionBits.ViewChannel, "View Channel")]
    [InlineData(PermissionBits.SendMessages, "Send Messages")]
    [InlineData(PermissionBits.EmbedLinks | PermissionBits.ReadMessageHistory, "Embed Links, Read Message History")]
    public async Task Set_PermissionsMissing_NamesThemAndSetsNothing(ulong denied, string missing)
    {
        await using var daily = await DailyServer.StartAsync();
        daily.Server.DenyBot(daily.Channel, denied);

        var answer = await daily.UseAsync("set", ("time", "9:00"), ("timezone", "Europe/London"));

        Assert.Equal(
            $"I can't post in that channel: I need {missing} there. Give me that permission, then use this command "
                + "again.",
            answer.Description());
        Assert.Equal(NoneThere, (await daily.UseAsync("preview")).Description());
    }

    [Fact]
    public async Task Set_DiscordFails_AsksToTryAgain()
    {
        await using var daily = await DailyServer.StartAsync();
        daily.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromMinutes(10)), "GET", times: 9);

        var answer = await daily.UseAsync("set", ("time", "9:00"), ("timezone", "Europe/London"));
        daily.Server.HttpFaults.Clear();

        Assert.Equal(
            "I couldn't check my permissions in that channel. Please try again in a minute.", answer.Description());
        Assert.Equal(NoneThere, (await daily.UseAsync("preview")).Description());
    }

    [Theory]
    [InlineData("lond", "Europe/London")]
    [InlineData("new y", "America/New_York")]
    [InlineData("lord howe", "Australia/Lord_Howe")]
    [InlineData("asia/kathm", "Asia/Kathmandu")]
    [InlineData("utc", "UTC")]
    [InlineData("utc+2", "UTC+02")]
    [InlineData("cet", "CET")]
    public async Task Set_ZoneTyped_IsSuggested(string typed, string zone)
    {
        await using var daily = await DailyServer.StartAsync();

        var offered = await daily.Bot.AutocompleteAsync("daily set", "timezone", typed, user: daily.Moderator);

        Assert.Contains((zone, zone), offered);
        Assert.InRange(offered.Count, 1, 25);
    }

    [Theory]
    [InlineData("america/new york")]
    [InlineData("new york")]
    [InlineData(" New_York")]
    public async Task Set_ZoneSpelledDifferently_IsRecognized(string zone)
    {
        await using var daily = await DailyServer.StartAsync();

        Assert.Contains(
            "(America/New\\_York)", (await daily.UseAsync("set", ("time", "9:00"), ("timezone", zone))).Description(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("09:00", "09:00")]
    [InlineData("9.00", "09:00")]
    [InlineData("9am", "09:00")]
    [InlineData("9:00 AM", "09:00")]
    [InlineData("6:30 p.m.", "18:30")]
    [InlineData("12 am", "00:00")]
    public async Task Set_TimeInOtherFormat_IsRecognized(string time, string shown)
    {
        await using var daily = await DailyServer.StartAsync();

        Assert.Contains(
            $", at {shown} (",
            (await daily.UseAsync("set", ("time", time), ("timezone", "Europe/London"))).Description(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_Twice_ChangesSubscription()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();

        var answer =
            await daily.UseAsync("set", ("time", "18:30"), ("timezone", "Asia/Kathmandu"), ("content", "quote"));

        Assert.Contains(
            "The next post is due on Sunday, 1 March 2026, at 18:30 (Asia/Kathmandu).", answer.Description(),
            StringComparison.Ordinal);
        Assert.Equal(
            $"<#{daily.Channel.Id}>\n\n- The next post is due on Sunday, 1 March 2026, at 18:30 (Asia/Kathmandu).\n- "
                + "**Quote** – only the quote of the day",
            await daily.StatusAsync());
        var post = await daily.PostedAtAsync(Instant.FromUtc(2026, 3, 1, 12, 45), 1);
        Assert.StartsWith("Quote of the day from “", post.Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_AfterTodaysPost_IsDueTomorrow()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.UseAsync("post-now");

        var answer = await daily.UseAsync("set", ("time", "18:30"), ("timezone", "Europe/London"));

        Assert.Contains("on Monday, 2 March 2026, at 18:30", answer.Description(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_SeveralChannels_ShowsEach()
    {
        await using var daily = await DailyServer.StartAsync();
        var other = daily.Server.AddChannel("school");
        await daily.SetAsync();
        await daily.UseAsync("set", daily.Moderator, ("channel", other), ("time", "7:00"), ("timezone", "UTC"));
        await daily.UseAsync("pause", daily.Moderator, ("channel", other));
        await daily.UseAsync("post-now");
        await daily.UseAsync("skip-next");
        await daily.GoToAsync(Instant.FromUtc(2026, 3, 2, 9, 0));
        await daily.IdleAsync();

        var status = await daily.UseAsync("status");

        Assert.True(status.IsEphemeral);
        Assert.Equal("Daily posts", status.Title());
        Assert.Equal(
            $"<#{daily.Channel.Id}>\n\n- {ScheduleTexts.DayAfter}\n{ScheduleTexts.Full}\n- **2026-03-02** – skipped: A "
                + "moderator skipped it.\n- **2026-03-01** – posted\n\n"
                + $"<#{other.Id}>\n\n- Paused: A moderator paused it. Use /daily resume to continue.\n"
                + $"{ScheduleTexts.Full}",
            status.Description());
    }

    [Theory]
    [MemberData(nameof(OfAChannel))]
    public async Task OtherCommands_ChannelWithoutPost_SaySo(string command)
    {
        await using var daily = await DailyServer.StartAsync();

        var answer = await daily.UseAsync(command);

        Assert.Equal((NoneThere, true), (answer.Description(), answer.IsEphemeral));
    }

    [Theory]
    [InlineData("full", 3)]
    [InlineData("brief", 2)]
    [InlineData("quote", 1)]
    public async Task Preview_AnyContent_ShowsNextPostPrivately(string content, int buttons)
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync(content: content);

        var preview = await daily.UseAsync("preview");
        var post = await daily.PostedAtAsync(Instant.FromUtc(2026, 3, 2, 9, 0), 1);

        Assert.True(preview.IsEphemeral);
        Assert.False(post.IsEphemeral);
        Assert.Equal(post.Embeds().ToJsonString(), preview.Embeds().ToJsonString());
        Assert.Equal(Labels(post), Labels(preview));
        Assert.Equal(buttons, Labels(post).Count);
    }

    [Fact]
    public async Task Set_WhileNextIsSkipped_KeepsSkip()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.UseAsync("skip-next");

        var answer = await daily.UseAsync("set", ("time", "9:00"), ("timezone", "Europe/London"), ("content", "brief"));

        Assert.Contains(
            "The post due on Monday, 2 March 2026, at 09:00 (Europe/London) will be skipped.", answer.Description(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pause_UntilResume_PostsNothing()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();

        Assert.Equal(
            "Paused: A moderator paused it. Use /daily resume to continue.",
            (await daily.UseAsync("pause")).Description());
        await daily.GoToAsync(Instant.FromUtc(2026, 3, 2, 9, 0));
        await daily.PassMinutesAsync(2);
        Assert.Empty(daily.Posts);

        Assert.Equal(ScheduleTexts.DayAfter, (await daily.UseAsync("resume")).Description());
        await daily.PostedAtAsync(Instant.FromUtc(2026, 3, 3, 9, 0), 1);
    }

    [Fact]
    public async Task Resume_PermissionsStillMissing_StaysPaused()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.UseAsync("pause");
        daily.Server.DenyBot(daily.Channel, PermissionBits.ReadMessageHistory);

        var answer = await daily.UseAsync("resume");

        Assert.Equal(
            "I can't post in that channel: I need Read Message History there. Give me that permission, then use this "
                + "command again.",
            answer.Description());
        Assert.Contains("Paused", await daily.StatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SkipNext_Once_SkipsOnlyOnePost()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();

        var answer = await daily.UseAsync("skip-next");

        Assert.Equal(
            "The post due on Monday, 2 March 2026, at 09:00 (Europe/London) will be skipped.", answer.Description());
        await daily.GoToAsync(Instant.FromUtc(2026, 3, 2, 9, 0));
        await daily.PassMinutesAsync(2);
        Assert.Empty(daily.Posts);
        await daily.PostedAtAsync(Instant.FromUtc(2026, 3, 3, 9, 0), 1);
    }

    [Fact]
    public async Task Remove_ThenSetAgain_ContinuesWithUnshownContent()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        var first = await daily.PostedAtAsync(Instant.FromUtc(2026, 3, 2, 9, 0), 1);

        Assert.Equal(
            "Removed. If you set it up again, it continues with what hasn't been shown yet.",
            (await daily.UseAsync("remove")).Description());
        await daily.GoToAsync(Instant.FromUtc(2026, 3, 3, 9, 0));
        await daily.PassMinutesAsync(2);
        Assert.Single(daily.Posts);

        await daily.SetAsync();
        var second = await daily.PostedAtAsync(Instant.FromUtc(2026, 3, 4, 9, 0), 2);
        Assert.NotEqual(first.Description(), second.Description());
    }

    private static IReadOnlyList<string> Labels(SentMessage message) =>
        [.. message.Json["components"]!.AsArray()
            .SelectMany(r => r!["components"]!.AsArray())
            .Select(c => (string)c!["label"]!)];
}
