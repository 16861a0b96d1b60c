using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Servers;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>No server ever gets answers from another server's article, not even right after a restart.</summary>
public abstract class RestartTests
{
    public sealed class OverBuiltIn : RestartTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : RestartTests;
#endif

    private const string Question = "Who opened the library?";
    private const string SettingsUnknown =
        "I can't read this server's settings right now. Please try again in a minute.";
    private const string Loading = "This article is still loading. Please try again in a minute.";

    private static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_DatabaseOpensSlowly_WaitsForTheServersArticle()
    {
        await using var deployment = await ChooseLibraryAsync();
        var gate = SlowStore.PutInto(deployment);
        await using var bot = await deployment.StartAsync();

        var asked = bot.Use("ask", "question", Question);
        await bot.Clock.AdvanceToTimerAsync(DeferAfter);
        await asked.Response;
        gate.SetResult();

        (await asked.GetMessageAsync()).AssertSays("Mayor Rosa Diaz opened it.");
    }

    [Fact]
    public async Task Ask_DatabaseDoesNotOpen_ExplainsPrivatelyAndAnswersLater()
    {
        await using var deployment = await ChooseLibraryAsync();
        var gate = SlowStore.PutInto(deployment);
        await using var bot = await deployment.StartAsync();

        var told = await AskForLongAsync(bot, SampleQuestions.Answered);
        gate.SetResult();

        Assert.Equal(SettingsUnknown, told.Description());
        Assert.True(told.IsEphemeral);
        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
    }

    [Fact]
    public async Task Ask_DatabaseFails_ExplainsAndAnswersLater()
    {
        await using var deployment = await ChooseLibraryAsync();
        await using var database = await deployment.OpenAsync();
        await database.ExecuteAsync("ALTER TABLE communities RENAME TO elsewhere");
        await using var bot = await deployment.StartAsync();

        var told = await bot.AskAsync(SampleQuestions.Answered);
        bot.Server.SendMessage($"{bot.Mention()} {SampleQuestions.Answered}");
        var post = await bot.WaitForPostAsync();
        await database.ExecuteAsync("ALTER TABLE elsewhere RENAME TO communities");
        bot.Clock.Advance(RetryAfter);

        Assert.Equal(SettingsUnknown, told.Description());
        Assert.True(told.IsEphemeral);
        Assert.Contains(SettingsUnknown, post.Text(), StringComparison.Ordinal);
        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
    }

    [Fact]
    public async Task Ask_VectorsNotReady_SaysArticleIsLoadingAndAnswersLater()
    {
        var built = SentenceEncoderFile.Open(EncoderUse.Auto, AppContext.BaseDirectory);
        Assert.SkipWhen(
            built is null, "skipped: this build has no sentence encoder; build without -p:SentenceEncoder=false");
        await using var deployment = await ChooseLibraryAsync();
        using var gate = new ManualResetEventSlim();
        var slow = new SentenceEncoderFile(built.Fingerprint, () => LoadBehind(gate, built));
        var folder = new ArticlesFolder(Path.Combine("config", "articles"), AppContext.BaseDirectory);
        var loader = new ArticleLoader(
            folder,
            new MatchingOptions(),
            slow,
            Path.Combine(deployment.Data.Path, "other"),
            new AnswerQueue(TimeProvider.System));
        var articles = deployment.Register!;
        deployment.Register = services =>
        {
            articles(services);
            services.AddSingleton(loader);
        };
        await using var bot = await deployment.StartAsync();
        await ReadSettingsAsync(bot, deployment);

        var told = await AskForLongAsync(bot, Question);
        gate.Set();

        Assert.Equal(Loading, told.Description());
        Assert.True(told.IsEphemeral);
        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
    }

    // Completing the name of an article to remove reads the settings, so that no question waits for them.
    private static async Task ReadSettingsAsync(RunningBot bot, Deployment deployment) => await bot.Server.Autocomplete(
        "settings",
        "article",
        "",
        new Dictionary<string, object> { ["articles"] = "remove" },
        user: deployment.Moderator).GetResponseAsync();

    [Fact]
    public async Task Ask_ArticleWithoutPreparedQuestions_ShowsPassages()
    {
        await using var deployment = await ChooseLibraryAsync();
        File.Delete(Path.Combine(deployment.Data.Path, "config", "articles", "library", "knowledge.yaml"));
        await using var bot = await deployment.StartAsync();

        (await bot.AskAsync("Who gave half of the money?")).AssertSays("The Hill Trust gave half of the money.");
        (await bot.Server.UseCommand("topics").GetMessageAsync()).AssertSays("no prepared questions");
        (await bot.Server.UseCommand("quote").GetMessageAsync()).AssertSays("no quotes");
        (await bot.Server.UseCommand("people").GetMessageAsync()).AssertSays("no list of people");
        var news = bot.Server.AddChannel("news");
        await bot.ManageAsync(
            deployment.Moderator, "daily set", ("channel", news), ("time", "9:00"), ("timezone", "UTC"));
        var preview = (await bot.ManageAsync(deployment.Moderator, "daily preview", ("channel", news))).Text();
        Assert.Contains("Point of the day", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("Quote of the day", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("Question of the day", preview, StringComparison.Ordinal);
        Assert.Empty(bot.Violations);
    }

    private static SentenceEncoder LoadBehind(ManualResetEventSlim gate, SentenceEncoderFile built)
    {
        gate.Wait(Cancelled);
        return built.Encoder.Value;
    }

    // The server chose the library before the bot was stopped.
    private static async Task<Deployment> ChooseLibraryAsync()
    {
        var deployment = await Deployment.CreateAsync();
        var folder = Path.Combine(deployment.Data.Path, "config", "articles", "library");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "article.md"), SampleSet.Article, Cancelled);
        await File.WriteAllTextAsync(Path.Combine(folder, "knowledge.yaml"), SampleSet.Knowledge, Cancelled);
        deployment.Register =
            s => s.AddSingleton(new ArticlesFolder(Path.Combine("config", "articles"), deployment.Data.Path));
        await using var bot = await deployment.StartAsync();
        (await bot.ManageAsync(deployment.Moderator, "settings", ("article", "library"))).AssertSays("library");
        return deployment;
    }

    // Asks a question that is not answered in time: it is first deferred publicly, then answered privately.
    private static async Task<SentMessage> AskForLongAsync(RunningBot bot, string question)
    {
        // Requests have the same timeout, but none is running from now on.
        await bot.WaitForHousekeepingAsync();
        await bot.Clock.NoTimerAsync(Patience);
        var asked = bot.Use("ask", "question", question);
        await bot.Clock.NextTimerAsync(Patience, Patience);
        await bot.Clock.AdvanceToTimerAsync(DeferAfter);
        await asked.Response;
        // Waits until the bot has received the response to the deferral.
        await bot.Clock.NoTimerAsync(TimeSpan.FromSeconds(1));
        await bot.Clock.NoTimerAsync(DeferAfter);
        bot.Clock.Advance(Patience - DeferAfter);
        await bot.Server.Log.WaitForAsync<RequestRecord>(
            r => r is { Method: "POST", Route: "/webhooks/{webhook_id}/{webhook_token}" }, 1, Cancelled);
        return Assert.Single(asked.Messages);
    }

    private sealed class SlowStore(IServerSettingsStore store, Task gate) : IServerSettingsStore
    {
        /// <summary>Makes bots that start from now on wait for the settings of servers.</summary>
        public static TaskCompletionSource PutInto(Deployment deployment)
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var before = deployment.Register;
            deployment.Register = services =>
            {
                before?.Invoke(services);
                var inner = services.Last(s => s.ServiceType == typeof(IServerSettingsStore)).ImplementationType!;
                services.AddSingleton<IServerSettingsStore>(
                    p => new SlowStore((IServerSettingsStore)ActivatorUtilities.CreateInstance(p, inner), gate.Task));
            };
            return gate;
        }

        public async Task<ServerSettings?> FindAsync(string community, CancellationToken cancellationToken)
        {
            await gate.WaitAsync(cancellationToken);
            return await store.FindAsync(community, cancellationToken);
        }

        public Task SaveAsync(string community, ServerSettings settings, CancellationToken cancellationToken) =>
            store.SaveAsync(community, settings, cancellationToken);

        public Task DeleteAsync(string community, bool deletesCuration, CancellationToken cancellationToken) =>
            store.DeleteAsync(community, deletesCuration, cancellationToken);

        public Task<IReadOnlyList<string>> DeleteDepartedAsync(
            IReadOnlySet<string> present, Instant now, Duration retention, CancellationToken cancellationToken) =>
            store.DeleteDepartedAsync(present, now, retention, cancellationToken);
    }
}
