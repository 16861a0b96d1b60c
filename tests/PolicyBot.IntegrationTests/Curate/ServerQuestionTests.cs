using PolicyBot.Chat.BackgroundServices;
using PolicyBot.Chat.Curation;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Curate;

/// <summary>Questions of a server's own, which its moderators answer; and changes made by another process.</summary>
public sealed class ServerQuestionTests
{
    private const string Question = "May members post spoilers here?";
    private const string Answer = "No, hide them.";

    private static readonly SetChange.AddServerQuestion Own =
        new("spoilers", Question, ["are spoilers allowed"], Answer, "Rule 4: no spoilers", "https://example.org/rules");

    [Fact]
    public async Task Ask_ServersOwnQuestion_IsMarkedAsTheModerators()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        await ChangeAsync(bot, deployment, Own);

        var shown = await bot.AskAsync(Question);

        shown.AssertSays(Answer, "This answer is from the moderators of this server, not from the article.");
        Assert.Contains("This server: Rule 4: no spoilers", shown.Text() + shown.Footer(), StringComparison.Ordinal);
        Assert.DoesNotContain("In context", shown.Labels());
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Ask_ChangedByAnotherProcess_IsAnsweredAfterTheNextLook()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        Assert.DoesNotContain(Answer, (await bot.AskAsync(Question)).Text(), StringComparison.Ordinal);
        await ChangeAsync(bot, deployment, Own);

        (await bot.AskAsync(Question)).AssertSays(Answer);
    }

    [Fact]
    public async Task DailyPreview_ServersOwnQuestion_IsNeverInIt()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        await ChangeAsync(bot, deployment, new SetChange.Retire("opening"), new SetChange.Retire("cost"), Own);
        (await bot.AskAsync(Question)).AssertSays(Answer);
        var news = bot.Server.AddChannel("news");
        await bot.ManageAsync(
            deployment.Moderator, "daily set", ("channel", $"{news.Id}"), ("time", "9:00"), ("timezone", "UTC"));

        var preview = await bot.ManageAsync(
            deployment.Moderator, "daily preview", ("channel", $"{news.Id}"));

        Assert.DoesNotContain("spoilers", preview.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_ChangeOfAnEntryThatTheNewVersionLacks_IsReported()
    {
        await using var deployment = await CreateAsync();
        await using (var bot = await deployment.StartAsync())
        {
            await ChangeAsync(bot, deployment, new SetChange.AddPhrasing("cost", "the bill for the library"), Own);
        }

        var renamed = SampleSet.With(SampleSet.Knowledge, "- id: cost\n", "- id: price\n");
        deployment.Put("library", SampleSet.With(renamed, "related: [cost]", "related: [price]"));
        deployment.UseLibraryAsOwn();
        await using var again = await deployment.StartAsync();

        (await again.AskAsync(Question)).AssertSays(Answer);
        (await again.ManageAsync(deployment.Moderator, "curate history")).AssertSays("It doesn't apply any more:");
        await again.Log.WaitForAsync("no longer fully apply: 1.");
    }

    private static async Task<Deployment> CreateAsync()
    {
        var deployment = await Deployment.CreateAsync();
        deployment.WatchesArticles = true;
        deployment.Put("library", SampleSet.Knowledge);
        deployment.UseLibraryAsOwn();
        return deployment;
    }

    // As another process does, on the same database.
    private static async Task ChangeAsync(RunningBot bot, Deployment deployment, params SetChange[] changes)
    {
        await bot.ManageAsync(deployment.Moderator, "settings");
        Assert.True(await bot.Curation.TryAddAsync(
            $"{deployment.Server.Guild.Id}",
            new CurationChange(0, "library", NodaTime.SystemClock.Instance.GetCurrentInstant(), "7", null, changes),
            0,
            TestContext.Current.CancellationToken));
        await bot.Clock.AdvanceToTimerAsync(CurationWorker.Interval);
        await bot.Clock.NextTimerAsync(CurationWorker.Interval, CurationWorker.Interval);
    }
}
