using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>
/// The database is unavailable: members don't notice, moderators get an error, the log says so, and nothing is lost.
/// </summary>
public abstract class OutageTests
{
    public sealed class OverBuiltIn : OutageTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : OutageTests;
#endif

    private const string NotKept = "Warning: Failed to save usage data; it stays in memory and will be retried: ";

    private static readonly TimeSpan WriteDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task DataFolder_IsFileUntilRemoved_LosesNothing()
    {
        await using var deployment = await Deployment.CreateAsync();
        var folder = Path.Combine(deployment.Data.Path, "inner");
        await File.WriteAllTextAsync(folder, "", TestContext.Current.CancellationToken);
        deployment.Configure = o => o.Storage.DataFolder = folder;
        await using var bot = await deployment.StartAsync();

        await AssertServesWithoutTheStoreAsync(
            bot, deployment,
            $"The data folder {folder} can't be created, because {folder} is a file; remove it, or let the bot write "
                + "there, or set Storage:DataFolder to another folder.");
        File.Delete(folder);

        await AssertNothingIsLostAsync(bot, deployment);
    }

    [Fact]
    public async Task DataFolder_ReadOnlyForAWhile_LosesNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows()
            || Environment.IsPrivilegedProcess, "skipped, because file permissions don't apply to this user");
        await using var deployment = await Deployment.CreateAsync();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(deployment.Data.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var bot = await deployment.StartAsync();

        await AssertServesWithoutTheStoreAsync(
            bot, deployment,
            $"cannot be opened; let the bot write to the folder {deployment.Data.Path}, or name another in "
                + "Storage:DataFolder.");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                deployment.Data.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await AssertNothingIsLostAsync(bot, deployment);
    }

    // Others can still read, so the settings are displayed but can't be changed.
    [Fact]
    public async Task Database_LockedForAWhile_LosesNothing()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.WaitForHousekeepingAsync();
        await bot.ManageAsync(deployment.Moderator, "settings");
        await using (var other = await deployment.OpenAsync())
        {
            await other.ExecuteAsync("BEGIN EXCLUSIVE");
            (await bot.AskAsync(SampleQuestions.Answered)).AssertSays("signed");
            await bot.Clock.AdvanceToTimerAsync(WriteDelay);
            Assert.Contains(
                "is locked by another program; close that, and try again.", await bot.Log.WaitForAsync(NotKept),
                StringComparison.Ordinal);
            (await bot.AskAsync(SampleQuestions.NotInArticle)).AssertSays("The article doesn't mention Apple.");
            await other.ExecuteAsync("ROLLBACK");
        }

        await bot.Clock.AdvanceUntilAsync(
            bot.Log.WaitForAsync("Information: Usage data can be saved again."), AfterFault);
        (await bot.ManageAsync(deployment.Moderator, "stats")).AssertSays("1 (50%)", "1 not in the article");
    }

    [Fact]
    public async Task Stop_StoreUnavailable_StopsAndLogsLoss()
    {
        await using var deployment = await Deployment.CreateAsync();
        var folder = Path.Combine(deployment.Data.Path, "inner");
        await File.WriteAllTextAsync(folder, "", TestContext.Current.CancellationToken);
        deployment.Configure = o => o.Storage.DataFolder = folder;
        await using var bot = await deployment.StartAsync();
        await bot.AskAsync(SampleQuestions.Answered);
        await bot.Clock.AdvanceToTimerAsync(WriteDelay);
        await bot.Log.WaitForAsync(NotKept);

        await bot.FinishAsync();

        Assert.Equal(0, bot.ExitCode);
        const string Lost = "Warning: Lost the latest usage data when the bot stopped: ";
        Assert.Contains(bot.Log.All, l => l.StartsWith(Lost, StringComparison.Ordinal));
    }

    private static async Task AssertServesWithoutTheStoreAsync(RunningBot bot, Deployment deployment, string fault)
    {
        (await bot.AskAsync(SampleQuestions.Answered)).AssertSays("signed");
        (await bot.AskAsync(SampleQuestions.NotInArticle)).AssertSays("The article doesn't mention Apple.");
        await bot.Clock.AdvanceToTimerAsync(WriteDelay);
        Assert.Contains(fault, await bot.Log.WaitForAsync(NotKept), StringComparison.Ordinal);
        // A vote whose voter can't be remembered could be counted twice.
        var vote = await bot.PressAsync(await bot.AskAsync(SampleQuestions.Answered), "👍");
        vote.AssertSays("I can't count votes right now. Please try again later.");
        await bot.Clock.AdvanceToTimerAsync(AfterFault);

        foreach (var command in (string[])["stats", "questions unanswered", "settings"])
        {
            var reply = await bot.ManageAsync(deployment.Moderator, command);
            reply.AssertSays("That didn't work: ", $"{fault} Nothing was changed.");
            Assert.True(reply.IsEphemeral);
        }

        var erasing = await bot.PressAsync(
            await bot.ManageAsync(deployment.Moderator, "privacy", ("erase", true)), "Delete this server's data");
        erasing.AssertSays("That didn't work: ", $"{fault} Nothing was deleted.");
        // By then the next attempt is scheduled.
        await bot.Clock.NextTimerAsync(AfterFault, AfterFault);
        Assert.Single(bot.Log.All, l => l.StartsWith(NotKept, StringComparison.Ordinal));
    }

    private static async Task AssertNothingIsLostAsync(RunningBot bot, Deployment deployment)
    {
        await bot.Clock.AdvanceUntilAsync(
            bot.Log.WaitForAsync("Information: Usage data can be saved again."), AfterFault);
        (await bot.ManageAsync(deployment.Moderator, "stats")).AssertSays("2 (67%)", "1 not in the article", "0 👍");
        (await bot.ManageAsync(deployment.Moderator, "questions unanswered")).AssertSays(SampleQuestions.NotInArticle);
        Assert.Empty(bot.Violations);
    }
}
