using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>A server's data is deleted on a moderator's request, or some time after the bot was removed.</summary>
public abstract class DataDeletionTests
{
    public sealed class OverBuiltIn : DataDeletionTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : DataDeletionTests;
#endif

    private const string Yes = "Delete this server's data";

    // Daily posts have their own tests.
    private static readonly string[] Tables = ["communities", "usage", "questions", "votes", "vote_keys"];

    [Fact]
    public async Task Privacy_AnyMember_ExplainsPrivately()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();

        foreach (var channel in (DiscordChannel[])[bot.Server.Channel, bot.Server.GetDirectMessages(bot.Server.User)])
        {
            var reply = await bot.Server.UseCommand("privacy", channel: channel).GetMessageAsync();
            reply.AssertSays(
                "What I keep", "Kept for 30 days after the question was last asked", "I never store who asked what");
            Assert.True(reply.IsEphemeral);
        }

        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Erase_ByAMember_IsRefused()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.AskAsync(SampleQuestions.NotInArticle);

        var reply = await bot.Use("privacy", "erase", true).GetMessageAsync();

        reply.AssertSays("Only moderators with the Manage Server permission");
        Assert.True(reply.IsEphemeral);
        Assert.Empty(reply.Labels());
        (await bot.ManageAsync(deployment.Moderator, "stats")).AssertSays("1 not in the article");
    }

    [Fact]
    public async Task Erase_ByAModerator_DeletesOnlyTheirServersData()
    {
        await using var deployment = await Deployment.CreateAsync(guilds: 2);
        var (guild, other) = (deployment.Server.Guild, deployment.Server.Guilds[1]);
        await using var bot = await deployment.StartAsync();
        await FillAsync(bot, deployment, deployment.Server.Channel);
        await FillAsync(bot, deployment, bot.Server.AddChannel("others", other));
        await AssertRowsAsync(deployment, guild, isThere: true);
        // This is not saved yet.
        await bot.AskAsync(SampleQuestions.NotUnderstood);

        var asked = await bot.ManageAsync(deployment.Moderator, "privacy", ("erase", true));
        asked.AssertSays("Delete this server's data?", "This can't be undone.");
        await AssertRowsAsync(deployment, guild, isThere: true);
        var done = await bot.PressAsync(asked, Yes);

        done.AssertSays("Deleted: the counts, votes, questions, settings and daily posts of this server.");
        Assert.True(done.IsEphemeral);
        await AssertRowsAsync(deployment, guild, isThere: false);
        await AssertRowsAsync(deployment, other, isThere: true);
        Assert.True(deployment.Holds(SampleQuestions.NotInArticle));
        (await bot.ManageAsync(deployment.Moderator, "stats"))
            .AssertSays("Nobody asked anything here during that time.");
        (await bot.ManageAsync(deployment.Moderator, "questions unanswered")).AssertSays(
            "There are no unanswered questions.");
        (await bot.ManageAsync(deployment.Moderator, "settings")).AssertSays(
            "everybody, unless the user sets private: True");
        Assert.False((await bot.AskAsync(SampleQuestions.Answered)).IsEphemeral);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Guild_LeftLongerThanRetention_OnlyItsDataIsDeleted()
    {
        await using var deployment = await Deployment.CreateAsync(guilds: 2);
        var (guild, left) = (deployment.Server.Guild, deployment.Server.Guilds[1]);
        deployment.Configure = o => o.Privacy.Retention = TimeSpan.FromDays(3);
        await using var bot = await deployment.StartAsync();
        await FillAsync(bot, deployment, deployment.Server.Channel);
        await FillAsync(bot, deployment, bot.Server.AddChannel("others", left));
        await bot.WaitForHousekeepingAsync();

        bot.Server.RemoveBot(left);
        await AdvanceToHousekeepingAsync(bot, TimeSpan.FromHours(6));
        await AdvanceToHousekeepingAsync(bot, TimeSpan.FromDays(2));
        Assert.Equal(
            (1, 1),
            (await deployment.RowsAsync("communities", left), await deployment.RowsAsync("usage", left) > 0 ? 1 : 0));
        await AdvanceToHousekeepingAsync(bot, TimeSpan.FromDays(1));

        await AssertRowsAsync(deployment, left, isThere: false);
        Assert.Equal(1, await deployment.RowsAsync("communities", guild));
        await bot.Log.WaitForAsync("Deleted all data of server");
        (await bot.ManageAsync(deployment.Moderator, "settings")).AssertSays("only the user who asks");
    }

    [Fact]
    public async Task Guild_RejoinedInTime_KeepsData()
    {
        await using var deployment = await Deployment.CreateAsync(guilds: 2);
        var left = deployment.Server.Guilds[1];
        deployment.Configure = o => o.Privacy.Retention = TimeSpan.FromDays(3);
        await using var bot = await deployment.StartAsync();
        await FillAsync(bot, deployment, bot.Server.AddChannel("others", left));
        await bot.WaitForHousekeepingAsync();

        bot.Server.RemoveBot(left);
        await AdvanceToHousekeepingAsync(bot, TimeSpan.FromHours(6));
        bot.Server.AddBot(left);
        await AdvanceToHousekeepingAsync(bot, TimeSpan.FromDays(2));
        // From now on the bot is gone again.
        bot.Server.RemoveBot(left);
        await AdvanceToHousekeepingAsync(bot, TimeSpan.FromDays(2));
        bot.Server.AddBot(left);
        await AdvanceToHousekeepingAsync(bot, TimeSpan.FromHours(6));

        Assert.Equal(1, await deployment.RowsAsync("communities", left));
        Assert.NotEqual(0, await deployment.RowsAsync("usage", left));
        Assert.DoesNotContain(bot.Log.All, l => l.Contains("was taken out", StringComparison.Ordinal));
    }

    // Everything is older than that time's retention.
    [Fact]
    public async Task Data_ClockIsAheadForAMinute_IsKept()
    {
        await using var deployment = await Deployment.CreateAsync(guilds: 2);
        var left = deployment.Server.Guilds[1];
        deployment.Configure = o => o.Privacy.Retention = TimeSpan.FromDays(3);
        await using var bot = await deployment.StartAsync();
        await FillAsync(bot, deployment, deployment.Server.Channel);
        await FillAsync(bot, deployment, bot.Server.AddChannel("others", left));
        bot.Server.RemoveBot(left);
        await bot.WaitForHousekeepingAsync();
        // Almost until it deletes again.
        bot.Clock.Advance(TimeSpan.FromHours(6) - TimeSpan.FromSeconds(1));

        var before = bot.Clock.GetUtcNow();
        bot.Clock.Set(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        // It wakes up to delete, and notices. A clock that stays like this for five minutes would be trusted.
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await bot.Log.WaitForAsync("The system clock was set from");
        bot.Clock.Set(before.AddMinutes(1));
        await bot.Clock.AdvanceUntilAsync(
            bot.Log.WaitForAsync("The system clock was set from", 2), w => w == TimeSpan.FromMinutes(1));
        await bot.WaitForHousekeepingAsync();

        await AssertRowsAsync(deployment, deployment.Server.Guild, isThere: true);
        await AssertRowsAsync(deployment, left, isThere: true);
    }

    // A missing list is not an empty one.
    [Fact]
    public async Task Guilds_ListUnavailable_KeepData()
    {
        await using var deployment = await Deployment.CreateAsync();
        deployment.Configure = o => o.Privacy.Retention = TimeSpan.FromDays(3);
        await using var bot = await deployment.StartAsync();
        await FillAsync(bot, deployment, deployment.Server.Channel);
        await bot.WaitForHousekeepingAsync();

        bot.Server.HttpFaults.Add(
            new HttpFault.Refusal(403, 50001, "Missing Access"), "GET", "/users/@me/guilds", times: 3);
        await AdvanceToHousekeepingAsync(bot, TimeSpan.FromHours(6));
        await AdvanceToHousekeepingAsync(bot, TimeSpan.FromDays(4));

        await bot.Log.WaitForAsync("Warning: Failed to delete expired data; will retry in six hours: ", 2);
        Assert.Equal(1, await deployment.RowsAsync("communities", deployment.Server.Guild));
        Assert.NotEqual(0, await deployment.RowsAsync("usage", deployment.Server.Guild));
    }

    private static async Task FillAsync(RunningBot bot, Deployment deployment, DiscordChannel channel)
    {
        await bot.PressAsync(await bot.AskAsync(SampleQuestions.Answered, channel), "👍");
        await bot.AskAsync(SampleQuestions.NotInArticle, channel);
        bot.Clock.Advance(TimeSpan.FromMilliseconds(10));
        await bot.Use("settings", "answers", "asker", channel, deployment.Moderator)
                .GetMessageAsync();
        // Saves the questions so far.
        await bot.Server.UseCommand("stats", null, channel, deployment.Moderator).GetMessageAsync();
    }

    private static async Task AdvanceToHousekeepingAsync(RunningBot bot, TimeSpan time)
    {
        await bot.WaitForHousekeepingAsync();
        bot.Clock.Advance(time);
        await bot.WaitForHousekeepingAsync();
    }

    private static async Task AssertRowsAsync(Deployment deployment, DiscordGuild guild, bool isThere)
    {
        foreach (var table in Tables)
            Assert.Equal((table, isThere), (table, await deployment.RowsAsync(table, guild) > 0));
    }
}
