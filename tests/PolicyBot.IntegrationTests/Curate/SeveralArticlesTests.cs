using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Curate;

/// <summary>Changes of the sets of several articles in one server.</summary>
public sealed class SeveralArticlesTests
{
    private const string OfLibrary = "what did the mayor eat in the library";
    private const string OfBridge = "why is the bridge old";
    private const string Cracks = "Who found cracks in the bridge?";

    [Fact]
    public async Task Review_OfAnArticle_ShowsItsQuestionsOnly()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartAsync(deployment);
        await bot.AskAsync(OfLibrary);
        await bot.AskAsync(OfBridge);

        var library = await bot.ReviewAsync(deployment);
        library.AssertSays("question 1 of 1", OfLibrary);
        var bridge = await bot.ManageAsync(deployment.Moderator, "curate review", ("article", "Bridge Stays Closed"));
        bridge.AssertSays("question 1 of 1", OfBridge);
        var effect = await bot.PressAsync(bridge, Cracks, deployment.Moderator);
        effect.AssertSays($"adds the phrasing “{OfBridge}” to “{Cracks}”");
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");

        (await bot.AskAsync(OfBridge)).AssertSays("Engineer Maria Stone found them.");
        (await bot.ManageAsync(deployment.Moderator, "curate review", ("article", "bridge"))).AssertSays(
            "There are no questions to review.");
        (await bot.ReviewAsync(deployment)).AssertSays(OfLibrary);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task HistoryAndUndo_OfAnArticle_LeaveTheOthersAlone()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartAsync(deployment);
        var form = await bot.OpenAsync(deployment, "curate edit", ("entry", "cracks"), ("article", "bridge"));
        var published = await bot.PublishAsync(
            deployment, await form.SubmitAsync(bot, ("phrasings", "the person who saw the damage")));
        published.AssertSays("Published");
        await bot.RetireAsync(deployment, "cost");

        (await bot.ManageAsync(deployment.Moderator, "curate history")).AssertSays("retired", "1 change is in effect.");
        var history = await bot.ManageAsync(deployment.Moderator, "curate history", ("article", "bridge"));
        history.AssertSays("the person who saw the damage", "1 change is in effect.");
        // The later change is one of the other article.
        var effect = await bot.PressAsync(published, "Undo", deployment.Moderator);
        effect.AssertSays("the person who saw the damage");
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");

        (await bot.ManageAsync(deployment.Moderator, "curate history")).AssertSays("1 change is in effect.");
        (await bot.AskAsync("What did the library cost?")).AssertSays("cost");
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Article_OneThatTheServerDoesNotUse_IsRefusedWithTheTitles()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartAsync(deployment);

        var offered = await bot.AutocompleteAsync("curate review", "article", "closed", user: deployment.Moderator);
        Assert.Equal(("Bridge Stays Closed", "bridge"), offered.Single());
        var reply = await bot.ManageAsync(deployment.Moderator, "curate add", ("article", "tunnel"));

        reply.AssertSays(
            "This server doesn't use that article.", "“Mayor Opens Library”, “Bridge Stays Closed”");
    }

    private static async Task<Deployment> CreateAsync()
    {
        var deployment = await Moderation.CreateAsync();
        deployment.Put("bridge", ArticleFolders.BridgeKnowledge, ArticleFolders.Bridge);
        return deployment;
    }

    private static async Task<RunningBot> StartAsync(Deployment deployment)
    {
        var bot = await deployment.StartAsync();
        await bot.ManageAsync(deployment.Moderator, "settings", ("articles", "add"), ("article", "bridge"));
        return bot;
    }
}
