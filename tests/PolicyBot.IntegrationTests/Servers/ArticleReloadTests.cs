using PolicyBot.Chat.BackgroundServices;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>Articles that are changed, added and removed while the bot runs.</summary>
public sealed class ArticleReloadTests
{
    private const string Question = "Who opened the library?";
    private const string Changed = "Rosa Diaz, the mayor, opened it.";

    private static readonly string ChangedKnowledge =
        SampleSet.With(SampleSet.Knowledge, "Mayor Rosa Diaz opened it.", Changed);

    private static readonly string InvalidKnowledge =
        SampleSet.With(SampleSet.Knowledge, "how much was it", "who opened it");

    [Fact]
    public async Task Article_Changed_IsServedWithoutRestart()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithLibraryAsync(deployment);

        deployment.Put("library", ChangedKnowledge);
        await bot.LookForChangesAsync();

        await bot.Log.WaitForAsync(
            "Information: Article library changed: serving the new version of “Mayor Opens Library” (2 prepared");
        (await bot.AskAsync(Question)).AssertSays(Changed);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Article_ChangedToInvalid_LastValidVersionIsServedUntilFixed()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithLibraryAsync(deployment);

        deployment.Put("library", InvalidKnowledge);
        await bot.LookForChangesAsync();
        var problem = await bot.Log.WaitForAsync(
            "Error: Article library changed and is invalid, so the last valid version is still served: ");

        Assert.Contains("library/knowledge.yaml:", problem, StringComparison.Ordinal);
        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
        deployment.Put("library", ChangedKnowledge);
        await bot.LookForChangesAsync();
        await bot.Log.WaitForAsync("Article library changed: serving");
        (await bot.AskAsync(Question)).AssertSays(Changed);
    }

    [Fact]
    public async Task Article_BeingWritten_IsReadWhenFilesStopChanging()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithLibraryAsync(deployment);

        deployment.Put("library", InvalidKnowledge);
        await bot.Clock.AdvanceToTimerAsync(ArticleWatcher.Interval);
        await bot.Clock.NextTimerAsync(ArticleWatcher.Pause, ArticleWatcher.Pause);
        deployment.Put("library", ChangedKnowledge);
        bot.Clock.Advance(ArticleWatcher.Pause);
        await bot.LookForChangesAsync();

        await bot.Log.WaitForAsync("Article library changed: serving");
        Assert.DoesNotContain(bot.Log.All, l => l.Contains("is invalid", StringComparison.Ordinal));
        (await bot.AskAsync(Question)).AssertSays(Changed);
    }

    [Fact]
    public async Task Article_InvalidWhenChosen_IsServedWhenFixed()
    {
        await using var deployment = await CreateAsync();
        var folder = deployment.Put("library", SampleSet.Knowledge);
        await using (var before = await deployment.StartAsync())
        {
            await before.ManageAsync(deployment.Moderator, "settings", ("article", "library"));
        }

        deployment.Put("library", InvalidKnowledge);
        await using var bot = await deployment.StartAsync();
        (await bot.AskAsync(Question)).AssertSays("can't be loaded right now");
        File.WriteAllText(Path.Combine(folder, "knowledge.yaml"), ChangedKnowledge);
        await bot.LookForChangesAsync();

        await bot.Log.WaitForAsync("Article library changed: serving");
        (await bot.AskAsync(Question)).AssertSays(Changed);
    }

    [Fact]
    public async Task Article_Added_IsCheckedAndCanBeChosen()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithLibraryAsync(deployment);

        deployment.Put("bridge", ArticleFolders.BridgeKnowledge, ArticleFolders.Bridge);
        deployment.Put("broken", InvalidKnowledge);
        await bot.LookForChangesAsync();

        await bot.Log.WaitForAsync("Information: The article bridge, “Bridge Stays Closed”, can be used.");
        await bot.Log.WaitForAsync("Error: The article broken can't be used: ");
        await bot.ManageAsync(deployment.Moderator, "settings", ("article", "bridge"));
        (await bot.AskAsync("Who found the cracks?")).AssertSays("Engineer Maria Stone found them.");
    }

    [Fact]
    public async Task Article_Removed_IsNotServedUntilRestored()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithLibraryAsync(deployment);

        Directory.Delete(deployment.Put("library", SampleSet.Knowledge), recursive: true);
        await bot.LookForChangesAsync();
        await bot.Log.WaitForAsync("Warning: The article library was removed from the articles folder");

        var told = await bot.AskAsync(Question);
        told.AssertSays("The article chosen for this server can't be loaded right now.");
        Assert.True(told.IsEphemeral);
        deployment.Put("library", ChangedKnowledge);
        (await bot.AskAsync(Question)).AssertSays(Changed);
    }

    [Fact]
    public async Task Article_WholeFolderMissing_IsStillServed()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithLibraryAsync(deployment);

        var articles = Path.GetDirectoryName(deployment.Put("library", SampleSet.Knowledge))!;
        Directory.Move(articles, articles + ".gone");
        await bot.Clock.AdvanceToTimerAsync(ArticleWatcher.Interval);
        await bot.Clock.NextTimerAsync(ArticleWatcher.Interval, ArticleWatcher.Interval);

        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
    }

    [Fact]
    public async Task DefaultArticle_ChangedAndRemoved_IsReloadedAndKept()
    {
        await using var deployment = await CreateAsync();
        var folder = deployment.Put("library", SampleSet.Knowledge);
        deployment.UseLibraryAsOwn();
        await using var bot = await deployment.StartAsync();
        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");

        deployment.Put("library", ChangedKnowledge);
        await bot.LookForChangesAsync();
        await bot.Log.WaitForAsync("Article library changed: serving");
        (await bot.AskAsync(Question)).AssertSays(Changed);

        Directory.Delete(folder, recursive: true);
        await bot.LookForChangesAsync();
        await bot.Log.WaitForAsync("Error: The folder of the bot's own article library was removed.");
        (await bot.AskAsync(Question)).AssertSays(Changed);
    }

    [Fact]
    public async Task Buttons_OldVersion_WorkOrSayThatQuestionIsGone()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithLibraryAsync(deployment);
        var old = await bot.AskAsync(Question);
        var cost = await bot.AskAsync("What did the library cost?");
        Assert.Contains("What did the library cost?", old.Labels());

        var renamed = SampleSet.With(SampleSet.Knowledge, "- id: cost\n", "- id: price\n");
        deployment.Put("library", SampleSet.With(renamed, "related: [cost]", "related: [price]"));
        await bot.LookForChangesAsync();
        await bot.Log.WaitForAsync("Article library changed: serving");

        (await bot.PressAsync(cost, "Who opened the library?")).AssertSays("Mayor Rosa Diaz opened it.");
        var gone = await bot.PressAsync(old, "What did the library cost?");
        gone.AssertSays("That question was removed. Please ask it in your own words.");
        Assert.True(gone.IsEphemeral);
    }

    private static async Task<Deployment> CreateAsync()
    {
        var deployment = await Deployment.CreateAsync();
        deployment.WatchesArticles = true;
        return deployment;
    }

    private static async Task<RunningBot> StartWithLibraryAsync(Deployment deployment)
    {
        deployment.Put("library", SampleSet.Knowledge);
        var bot = await deployment.StartAsync();
        await bot.ManageAsync(deployment.Moderator, "settings", ("article", "library"));
        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
        return bot;
    }
}
