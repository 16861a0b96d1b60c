using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>Threads of channels that have their own articles, or in which mentions are answered.</summary>
public sealed class ThreadTests
{
    private const string OfLibrary = "Who opened the library?";
    private const string OfBridge = "Who found cracks in the bridge?";

    [Fact]
    public async Task Ask_ThreadOfChannelWithItsOwnArticle_AnswersFromThat()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        var works = bot.Server.AddChannel("works");
        var thread = bot.Server.AddThread("details", works);
        await bot.ManageAsync(
            deployment.Moderator, "settings", ("articles", "add"), ("article", "bridge"), ("channel", works));

        (await bot.AskAsync(OfBridge, thread)).AssertSays("Engineer Maria Stone found them.");
        Assert.DoesNotContain("Diaz", (await bot.AskAsync(OfLibrary, thread)).Text(), StringComparison.Ordinal);
        (await MentionAsync(bot, OfBridge, thread, 1)).AssertSays("Engineer Maria Stone found them.");
        var other = bot.Server.AddThread("other", bot.Server.Channel);
        (await bot.AskAsync(OfLibrary, other)).AssertSays("Mayor Rosa Diaz");
    }

    [Fact]
    public async Task Ask_ThreadWhoseChannelCannotBeRead_AnswersFromTheServersArticlesUntilItCan()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        var works = bot.Server.AddChannel("works");
        var thread = bot.Server.AddThread("details", works);
        await bot.ManageAsync(
            deployment.Moderator, "settings", ("articles", "add"), ("article", "bridge"), ("channel", works));
        bot.Server.HttpFaults.Add(
            new HttpFault.Refusal(403, 50001, "Missing Access"), "GET", "/channels/{channel_id}");

        (await MentionAsync(bot, OfLibrary, thread, 1)).AssertSays("Mayor Rosa Diaz opened it.");
        await bot.Log.WaitForAsync("If it is a thread, its parent's settings aren't used.");
        (await MentionAsync(bot, OfBridge, thread, 2)).AssertSays("Engineer Maria Stone found them.");
    }

    [Fact]
    public async Task Mentions_InThreadsOfTheChosenChannel_AreAnswered()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        var chosen = bot.Server.AddChannel("talk");
        var thread = bot.Server.AddThread("details", chosen);
        await bot.ManageAsync(deployment.Moderator, "settings", ("mentions-in", chosen));

        bot.Server.SendMessage($"{bot.Mention()} {OfLibrary}", bot.Server.AddThread("other", bot.Server.Channel));
        Assert.Equal(thread.Id, (await MentionAsync(bot, OfLibrary, thread, 1)).ChannelId);
        Assert.Equal(thread.Id, (await MentionAsync(bot, OfLibrary, thread, 2)).ChannelId);
        await bot.FinishAsync();

        Assert.Equal(2, bot.Posts());
        // Each thread is asked for once.
        Assert.Equal(2, CountChannelRequests(bot));
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Mentions_InServerWithoutChannelSettings_AskNothingAboutTheChannel()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();

        await MentionAsync(bot, OfLibrary, bot.Server.AddThread("details", bot.Server.Channel), 1);

        Assert.Equal(0, CountChannelRequests(bot));
    }

    private static async Task<Deployment> CreateAsync()
    {
        var deployment = await Deployment.CreateAsync();
        deployment.Put("library", SampleSet.Knowledge);
        deployment.Put("bridge", ArticleFolders.BridgeKnowledge, ArticleFolders.Bridge);
        deployment.UseLibraryAsOwn();
        return deployment;
    }

    private static int CountChannelRequests(RunningBot bot) =>
        bot.Server.Log.Count<RequestRecord>(r => r is { Method: "GET", Route: "/channels/{channel_id}" });

    private static Task<SentMessage> MentionAsync(
        RunningBot bot, string question, DiscordChannel channel, int posts)
    {
        bot.Server.SendMessage($"{bot.Mention()} {question}", channel);
        return bot.WaitForPostAsync(posts);
    }
}
