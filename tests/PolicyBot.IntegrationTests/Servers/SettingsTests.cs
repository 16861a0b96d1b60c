using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>Moderators configure how the bot answers in their server.</summary>
public abstract class SettingsTests
{
    public sealed class OverBuiltIn : SettingsTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : SettingsTests;
#endif

    [Fact]
    public async Task Answers_PrivateByDefault_ArePublicOnlyOnRequest()
    {
        await using var deployment = await Deployment.CreateAsync(guilds: 2);
        await using var bot = await deployment.StartAsync();
        Assert.False((await bot.AskAsync(SampleQuestions.Answered)).IsEphemeral);

        var changed = await bot.ManageAsync(deployment.Moderator, "settings", ("answers", "asker"));

        Assert.True(changed.IsEphemeral);
        changed.AssertSays("Settings changed", "only the user who asks, unless they set private: False");
        Assert.True((await bot.AskAsync(SampleQuestions.Answered)).IsEphemeral);
        Assert.False((await bot.AskAsync(SampleQuestions.Answered, isPrivate: false)).IsEphemeral);
        Assert.True((await bot.AskAsync(SampleQuestions.Answered, isPrivate: true)).IsEphemeral);
        Assert.False(
            (await bot.AskAsync(SampleQuestions.Answered, bot.Server.AddChannel("others", bot.Server.Guilds[1])))
                .IsEphemeral);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Thresholds_Raised_ShowClosestAnswerThenPassages()
    {
        const string Loose = "Who wrote to him?";
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.ManageAsync(deployment.Moderator, "settings", ("answer-from", "30"), ("offer-from", "5"));
        var sure = await bot.AskAsync(Loose);
        await bot.ManageAsync(deployment.Moderator, "settings", ("answer-from", "95"));
        var unsure = await bot.AskAsync(Loose);
        await bot.ManageAsync(deployment.Moderator, "settings", ("offer-from", "95"));
        var unable = await bot.AskAsync(Loose);
        await bot.ManageAsync(deployment.Moderator, "settings", ("reset", true));

        Assert.Contains("👍", sure.Labels());
        Assert.Equal("I'm not sure that's what you're asking.", unsure.Title());
        Assert.Equal("I don't have a prepared answer to that.", unable.Title());
        Assert.DoesNotContain("👍", unsure.Labels().Concat(unable.Labels()));
        (await bot.ManageAsync(deployment.Moderator, "settings")).AssertSays("default");
    }

    [Fact]
    public async Task Mentions_InOtherChannels_AreNotAnswered()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var other = bot.Server.AddChannel("talk");
        await bot.ManageAsync(deployment.Moderator, "settings", ("mentions-in", other));

        bot.Server.SendMessage($"{bot.Mention()} {SampleQuestions.Answered}");
        bot.Server.SendMessage($"{bot.Mention()} {SampleQuestions.Answered}", other);
        var answer = await bot.WaitForPostAsync();
        Assert.Equal(other.Id, answer.ChannelId);
        (await bot.AskAsync(SampleQuestions.Answered)).AssertSays("signed");

        await bot.ManageAsync(deployment.Moderator, "settings", ("no-mentions-in", other));
        bot.Server.SendMessage($"{bot.Mention()} {SampleQuestions.Answered}");
        await bot.WaitForPostAsync(2);
        await bot.FinishAsync();
        Assert.Equal(2, bot.Posts());
    }

    [Fact]
    public async Task Settings_AfterRestart_AreKept()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using (var bot = await deployment.StartAsync())
            await bot.ManageAsync(
                deployment.Moderator, "settings", ("answers", "asker"), ("answer-from", "70"),
                ("mentions-in", bot.Server.Channel));

        await using var again = await deployment.StartAsync();

        Assert.True((await again.AskAsync(SampleQuestions.Answered)).IsEphemeral);
        (await again.ManageAsync(deployment.Moderator, "settings")).AssertSays(
            "only the user who asks", "70%", $"<#{again.Server.Channel.Id}>");
    }

    // Two fake Discords that start at the same moment have guilds with the same ids.
    [Fact]
    public async Task Settings_ChangedByOtherInstance_ApplyAfterOneMinute()
    {
        await using var first = await Deployment.CreateAsync();
        await using var second = await Deployment.CreateAsync();
        Assert.Equal(first.Server.Guild.Id, second.Server.Guild.Id);
        second.Configure = o => o.Storage.DataFolder = first.Data.Path;
        await using var one = await first.StartAsync();
        await using var other = await second.StartAsync();
        Assert.False((await other.AskAsync(SampleQuestions.Answered)).IsEphemeral);

        await one.ManageAsync(first.Moderator, "settings", ("answers", "asker"));
        Assert.True((await one.AskAsync(SampleQuestions.Answered)).IsEphemeral);
        Assert.False((await other.AskAsync(SampleQuestions.Answered)).IsEphemeral);
        second.Clock.Advance(TimeSpan.FromMinutes(1));

        // The known settings are used while they are read again.
        using var over = new CancellationTokenSource(TestGuard.Timeout);
        while (!(await other.AskAsync(SampleQuestions.Answered)).IsEphemeral)
            Assert.False(over.IsCancellationRequested);
        (await other.ManageAsync(second.Moderator, "settings")).AssertSays("only the user who asks");
    }
}
