using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>Servers that have chosen another article of <c>config/articles</c> than the bot's default.</summary>
public abstract class ServerArticleTests
{
    public sealed class OverBuiltIn : ServerArticleTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : ServerArticleTests;
#endif

    private const string Question = "Who opened the library?";

    [Fact]
    public async Task Article_OtherValidArticle_AnswersServer()
    {
        await using var deployment = await Deployment.CreateAsync(guilds: 2);
        deployment.Put("library", SampleSet.Knowledge);
        await using var bot = await deployment.StartAsync();
        var offered = await bot.AutocompleteAsync("settings", "article", "lib", user: deployment.Moderator);

        (await bot.ManageAsync(deployment.Moderator, "settings", ("article", offered.Single().Value))).AssertSays(
            "library");

        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
        (await bot.ManageAsync(deployment.Moderator, "stats")).AssertSays(Question);
        var elsewhere = await bot.AskAsync(Question, bot.Server.AddChannel("others", bot.Server.Guilds[1]));
        Assert.DoesNotContain("Diaz", elsewhere.Text(), StringComparison.Ordinal);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Article_Invalid_IsRefusedUntilFixed()
    {
        await using var deployment = await Deployment.CreateAsync();
        deployment.Put("library", SampleSet.With(SampleSet.Knowledge, "how much was it", "who opened it"));
        await using var bot = await deployment.StartAsync();

        (await bot.ManageAsync(deployment.Moderator, "settings", ("article", "library")))
            .AssertSays(
                "The article library has errors, so I can't use it. They are listed in my log; ask the person who runs "
                    + "me.");
        await bot.Log.WaitForAsync("The article library, which a server has chosen, is invalid: ");
        (await bot.AskAsync(SampleQuestions.Answered)).AssertSays("signed");

        deployment.Put("library", SampleSet.Knowledge);
        await bot.ManageAsync(deployment.Moderator, "settings", ("article", "library"));
        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
    }

    [Fact]
    public async Task Article_Deleted_IsNotReplacedAfterRestart()
    {
        await using var deployment = await Deployment.CreateAsync();
        var folder = deployment.Put("library", SampleSet.Knowledge);
        await using (var bot = await deployment.StartAsync())
        {
            await bot.ManageAsync(deployment.Moderator, "settings", ("article", "library"));
            Directory.Delete(folder, recursive: true);
            (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
        }

        await using var again = await deployment.StartAsync();
        var told = await again.AskAsync(SampleQuestions.Answered);
        told.AssertSays(
            "The article chosen for this server can't be loaded right now. A moderator can choose another with "
                + "/settings.");
        Assert.True(told.IsEphemeral);
        await again.Log.WaitForAsync(
            "Error: The article library, which a server has chosen, is missing from the articles folder.");
        (await again.ManageAsync(deployment.Moderator, "settings")).AssertSays(
            "library, which can't be loaded right now");
        await again.ManageAsync(deployment.Moderator, "settings", ("article", "facebook-encryption"));
        (await again.AskAsync(SampleQuestions.Answered)).AssertSays("signed");
    }

    [Fact]
    public async Task DailyPost_ServersArticleUnknown_DoesNotUseDefaultArticle()
    {
        await using var deployment = await Deployment.CreateAsync();
        deployment.Put("library", SampleSet.Knowledge);
        var news = deployment.Server.AddChannel("news");
        await using (var bot = await deployment.StartAsync())
        {
            await bot.ManageAsync(deployment.Moderator, "settings", ("article", "library"));
            await bot.ManageAsync(
                deployment.Moderator, "daily set", ("channel", news), ("time", "9:00"), ("timezone", "UTC"));
        }

        await using var database = await deployment.OpenAsync();
        await database.ExecuteAsync("ALTER TABLE communities RENAME TO elsewhere");
        await using var again = await deployment.StartAsync();

        (await again.ManageAsync(deployment.Moderator, "daily post-now", ("channel", news))).AssertSays(
            "missing the bot's tables");
        Assert.Empty(deployment.Server.GetMessages(news));

        await database.ExecuteAsync("ALTER TABLE elsewhere RENAME TO communities");
        (await again.ManageAsync(deployment.Moderator, "daily post-now", ("channel", news))).AssertSays("Posted.");
        Assert.Contains(
            "library", Assert.Single(deployment.Server.GetMessages(news)).Text(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("../articles/library")]
    [InlineData("/etc")]
    public async Task Article_Unknown_IsRefusedWithListOfArticles(string name)
    {
        await using var deployment = await Deployment.CreateAsync();
        deployment.Put("library", SampleSet.Knowledge);
        await using var bot = await deployment.StartAsync();

        (await bot.ManageAsync(deployment.Moderator, "settings", ("article", name))).AssertSays(
            "Choose one of these: facebook-encryption, library.");
    }
}
