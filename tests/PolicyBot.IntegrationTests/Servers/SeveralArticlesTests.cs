using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>Servers, channels and direct messages with more than one article.</summary>
public sealed class SeveralArticlesTests
{
    private const string Library = "From “Mayor Opens Library”, by Ann Lee";
    private const string Bridge = "From “Bridge Stays Closed”, by Tom Reed";
    private const string OfLibrary = "Who opened the library?";
    private const string OfBridge = "Who found cracks in the bridge?";

    private const int MaxCustomIdLength = 100;

    [Fact]
    public async Task Ask_TwoArticlesInTheServer_AnswersFromEachAndNamesIt()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithBothAsync(deployment);

        var first = await bot.AskAsync(OfLibrary);
        first.AssertSays("Mayor Rosa Diaz opened it.");
        Assert.Equal(Library, Source(first));
        var second = await bot.AskAsync(OfBridge);
        second.AssertSays("Engineer Maria Stone found them.");
        Assert.Equal(Bridge, Source(second));
        (await bot.AskAsync("Did Beatrice Zorbo sign the letter?")).AssertSays(
            "That name isn't in any of the articles here.");
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Ask_SameQuestionInTwoArticles_OffersBothWithTheirTitles()
    {
        await using var deployment = await CreateAsync();
        var article = SampleSet.Article.Replace("Mayor Opens Library", "Mayor Opens Museum", StringComparison.Ordinal);
        var knowledge =
            SampleSet.Knowledge.Replace("Mayor Opens Library", "Mayor Opens Museum", StringComparison.Ordinal);
        deployment.Put("museum", knowledge, article);
        await using var bot = await deployment.StartAsync();
        await ArticlesAsync(bot, deployment, "add", "museum");

        var offered = await bot.AskAsync(OfLibrary);
        offered.AssertSays("Which of these did you mean?");
        var label = "Who opened the library? – Mayor Opens Museum";
        Assert.Contains("Who opened the library? – Mayor Opens Library", offered.Labels());

        Assert.Equal("From “Mayor Opens Museum”, by Ann Lee", Source(await bot.PressAsync(offered, label)));
    }

    [Fact]
    public async Task Ask_ChannelWithItsOwnArticle_AnswersOnlyFromThat()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        var works = bot.Server.AddChannel("works");

        await bot.ManageAsync(
            deployment.Moderator, "settings", ("articles", "add"), ("article", "bridge"), ("channel", works));

        (await bot.AskAsync(OfBridge, works)).AssertSays("Engineer Maria Stone found them.");
        Assert.DoesNotContain("Diaz", (await bot.AskAsync(OfLibrary, works)).Text(), StringComparison.Ordinal);
        (await bot.AskAsync(OfLibrary)).AssertSays("Mayor Rosa Diaz opened it.");
        Assert.DoesNotContain("Stone", (await bot.AskAsync(OfBridge)).Text(), StringComparison.Ordinal);
        (await bot.ManageAsync(deployment.Moderator, "settings")).AssertSays("has its own articles: bridge.");
        await bot.ManageAsync(
            deployment.Moderator, "settings", ("articles", "remove"), ("article", "bridge"), ("channel", works));
        (await bot.AskAsync(OfLibrary, works)).AssertSays("Mayor Rosa Diaz opened it.");
    }

    [Fact]
    public async Task Settings_Articles_AreAddedAndRemovedByTitleButNotTheLast()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();

        var offered = await bot.AutocompleteAsync("settings", "article", "stays", user: deployment.Moderator);
        Assert.Equal(("Bridge Stays Closed", "bridge"), offered.Single());
        (await ArticlesAsync(bot, deployment, "add", "Bridge Stays Closed")).AssertSays(
            "**Articles** – library, bridge");
        (await ArticlesAsync(bot, deployment, "remove", "library")).AssertSays("**Article** – bridge");
        (await ArticlesAsync(bot, deployment, "remove", "bridge")).AssertSays("That's the only article here.");
        (await ArticlesAsync(bot, deployment, "remove", "library")).AssertSays("I don't answer from “library” there.");
        (await bot.ManageAsync(deployment.Moderator, "settings", ("articles", "add"))).AssertSays(
            "Use the article option to choose what to add or remove");
        Assert.DoesNotContain("Diaz", (await bot.AskAsync(OfLibrary)).Text(), StringComparison.Ordinal);
        (await bot.ManageAsync(deployment.Moderator, "settings", ("reset", true))).AssertSays("**Article** – library");
    }

    [Fact]
    public async Task ReadingCommand_ArticleOption_ShowsThatArticle()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithBothAsync(deployment);

        var offered = await bot.AutocompleteAsync("summary", "article", "closed");
        Assert.Equal(("Bridge Stays Closed", "bridge"), offered.Single());
        var summary = await bot.Use("summary", "article", "bridge").GetMessageAsync();
        Assert.Equal(Bridge, Source(summary));
        Assert.Equal(Bridge, Source(await bot.PressAsync(summary, "Every main point")));
        Assert.Equal(Library, Source(await bot.Server.UseCommand("summary").GetMessageAsync()));
        var topics = await bot.Use("topics", "article", "Bridge Stays Closed").GetMessageAsync();
        var topic = await bot.PressAsync(topics, "bridge (2 questions)");
        (await bot.PressAsync(topic, OfBridge)).AssertSays("Engineer Maria Stone found them.");
        var unknown = await bot.Use("people", "article", "tunnel").GetMessageAsync();
        unknown.AssertSays("I don't answer from that article here.", "“Mayor Opens Library”, “Bridge Stays Closed”");
        Assert.True(unknown.IsEphemeral);
    }

    [Fact]
    public async Task Buttons_OfTheSecondArticle_StillLeadThereAfterARestart()
    {
        await using var deployment = await CreateAsync();
        SentMessage answer;
        await using (var bot = await StartWithBothAsync(deployment))
        {
            answer = await bot.AskAsync(OfBridge);
            var ids = answer.Json["components"]!.AsArray()
                .SelectMany(r => r!["components"]!.AsArray())
                .Select(c => (string)c!["custom_id"]!);
            Assert.All(ids, id => Assert.InRange(id.Length, 1, MaxCustomIdLength));
        }

        await using var again = await deployment.StartAsync();
        await again.PressAsync(answer, "👍");
        var context = await again.PressAsync(answer, "In context");
        context.AssertSays("The Old Bridge stays closed until June.");
        Assert.Equal(Bridge, Source(context));
        (await again.ManageAsync(deployment.Moderator, "stats")).AssertSays("1 👍, 0 👎");
        await ArticlesAsync(again, deployment, "remove", "bridge");
        (await again.PressAsync(context, "Back")).AssertSays("I don't answer from that article here.");
    }

    [Fact]
    public async Task Autocomplete_OfAQuestion_OffersThoseOfAllArticles()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithBothAsync(deployment);

        var offered = await bot.AutocompleteAsync("ask", "question", "who");
        var ofBridge = offered.Single(o => o.Label == OfBridge);
        Assert.Contains(offered, o => o.Label == OfLibrary);

        (await bot.AskAsync(ofBridge.Value)).AssertSays("Engineer Maria Stone found them.");
    }

    [Fact]
    public async Task Ask_OneArticleOfTwoUnusable_AnswersFromTheOtherAndSaysSo()
    {
        await using var deployment = await CreateAsync();
        await using (await StartWithBothAsync(deployment))
        {
        }

        deployment.Put("bridge", "questions: none", ArticleFolders.Bridge);
        await using var bot = await deployment.StartAsync();

        (await bot.AskAsync(OfLibrary)).AssertSays("Mayor Rosa Diaz opened it.");
        (await bot.AskAsync("Did Beatrice Zorbo sign the letter?")).AssertSays(
            "I can't use one of the articles here right now, so I didn't look there.");
        (await bot.ManageAsync(deployment.Moderator, "settings")).AssertSays("bridge (can't be loaded right now)");
    }

    [Fact]
    public async Task DirectMessages_ArticlesInTheSettings_AreAnsweredFrom()
    {
        await using var deployment = await CreateAsync();
        deployment.Configure = options => options.DirectMessages.Articles = "bridge, library";
        await using var bot = await deployment.StartAsync();
        var direct = bot.Server.GetDirectMessages(bot.Server.User);

        (await bot.AskAsync(OfBridge, direct)).AssertSays("Engineer Maria Stone found them.");
        (await bot.AskAsync(OfLibrary, direct)).AssertSays("Mayor Rosa Diaz opened it.");
        Assert.DoesNotContain("Stone", (await bot.AskAsync(OfBridge)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moderators_OfTwoArticles_SeeWhichOneEachNumberAndQuestionIsAbout()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithBothAsync(deployment);
        await bot.AskAsync(OfLibrary);
        await bot.AskAsync(OfBridge);
        await bot.Server.UseCommand("ask", new Dictionary<string, object> { ["question"] = "why is the bridge old" })
            .GetMessageAsync();
        await bot.AskAsync("what did the mayor eat in the library");

        var stats = (await bot.ManageAsync(deployment.Moderator, "stats")).Text();

        Assert.Contains("By article", stats, StringComparison.Ordinal);
        Assert.Contains("By question, “Bridge Stays Closed”", stats, StringComparison.Ordinal);
        Assert.Contains("By question, “Mayor Opens Library”", stats, StringComparison.Ordinal);
        var questions = (await bot.ManageAsync(deployment.Moderator, "questions unanswered")).Text();
        Assert.Contains("about “Bridge Stays Closed”", questions, StringComparison.Ordinal);
        Assert.Contains("about “Mayor Opens Library”", questions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DailyPost_OfTheSecondArticle_KeepsItAndItsButtonsLeadThere()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await StartWithBothAsync(deployment);
        var news = bot.Server.AddChannel("news");
        await bot.ManageAsync(
            deployment.Moderator, "daily set", ("channel", news), ("time", "9:00"), ("timezone", "UTC"),
            ("article", "bridge"));
        await bot.ManageAsync(deployment.Moderator, "settings", ("article", "library"));
        await ArticlesAsync(bot, deployment, "add", "bridge");

        (await bot.ManageAsync(deployment.Moderator, "daily post-now", ("channel", news))).AssertSays("Posted.");
        var post = Assert.Single(bot.Server.GetMessages(news));

        post.AssertSays("Today from “Bridge Stays Closed”");
        Assert.Equal(Bridge, Source(await bot.PressAsync(post, "Full summary")));
        (await bot.ManageAsync(deployment.Moderator, "daily status")).AssertSays("bridge");
        (await bot.ManageAsync(
            deployment.Moderator, "daily set", ("channel", news), ("time", "9:00"), ("timezone", "UTC"),
            ("article", "tunnel"))).AssertSays("I don't answer from that article here.");
    }

    [Fact]
    public async Task Article_ChangedWhileTwoAreServed_IsServedWithTheOther()
    {
        await using var deployment = await CreateAsync();
        deployment.WatchesArticles = true;
        await using var bot = await StartWithBothAsync(deployment);
        (await bot.AskAsync(OfBridge)).AssertSays("Engineer Maria Stone found them.");

        deployment.Put(
            "bridge",
            SampleSet.With(ArticleFolders.BridgeKnowledge, "Engineer Maria Stone found them.", "Maria Stone did."),
            ArticleFolders.Bridge);
        await bot.LookForChangesAsync();
        await bot.Log.WaitForAsync("Article bridge changed: serving");

        (await bot.AskAsync(OfBridge)).AssertSays("Maria Stone did.");
        (await bot.AskAsync(OfLibrary)).AssertSays("Mayor Rosa Diaz opened it.");
    }

    // The library is the bot's own article, the bridge another one.
    private static async Task<Deployment> CreateAsync()
    {
        var deployment = await Deployment.CreateAsync();
        deployment.Put("library", SampleSet.Knowledge);
        deployment.Put("bridge", ArticleFolders.BridgeKnowledge, ArticleFolders.Bridge);
        deployment.UseLibraryAsOwn();
        return deployment;
    }

    private static async Task<RunningBot> StartWithBothAsync(Deployment deployment)
    {
        var bot = await deployment.StartAsync();
        await ArticlesAsync(bot, deployment, "add", "bridge");
        return bot;
    }

    private static Task<SentMessage> ArticlesAsync(
        RunningBot bot, Deployment deployment, string action, string article) =>
        bot.ManageAsync(deployment.Moderator, "settings", ("articles", action), ("article", article));

    private static string? Source(SentMessage message) =>
        message.Embeds().Select(e => (string?)(e!["footer"]?["text"] ?? e["author"]?["name"])).Last(s => s is not null);
}
