using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Curate;

/// <summary>Moderators add questions with a form.</summary>
public sealed class AddTests
{
    private const string Question = "whose money paid for those stairs?";
    private const string Similar = "whose money paid for these stairs?";
    private const string Money = "The Hill Trust gave half of the money.";
    private const string Answer = "The Hill Trust paid half of it.";

    private const string Stairs =
        "The trust’s chair – a retired teacher – said that the library is safe, and that unsafe stairs were rebuilt.";

    private const string Rule = "Rule 4: no spoilers";
    private const string Link = "https://example.org/rules";
    private const string EditAgain = "Edit again";

    [Fact]
    public async Task NewQuestion_Published_IsAnsweredAndOffTheList()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var form = await OpenAsync(bot, deployment);
        Assert.Equal("New question", form.Title);
        Assert.Equal(Question, form.GetText("question"));
        Assert.Equal(Similar, form.GetText("phrasings"));
        Assert.Contains(Money, form.ListSentences("evidence"));

        var effect = await form.SubmitAsync(bot, ("answer", Answer), ("evidence", form.Choose("evidence", Money)));
        effect.AssertSays($"adds the question “{Question}”", Answer, Money, $"answered with “{Question}”");
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published", "The 2 questions are off the list.");

        (await bot.AskAsync(Question)).AssertSays(Answer, Money);
        (await bot.ReviewAsync(deployment)).AssertSays("There are no questions to review.");
        (await bot.ManageAsync(deployment.Moderator, "curate history")).AssertSays("Why: Members asked it 3 times");
        Assert.Empty(bot.Violations);
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { Answer, "", "Evidence: choose at least one sentence of the article" },
        { Answer, "The Hill Trust gave all of the money.", "“The Hill Trust gave all of the money.”" },
        { "Rosa Diaz paid half of it.", Money, "Rosa" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task NewQuestion_Mistake_IsNamedAndTheFormKeepsEverything(
        string answer, string pasted, string problem)
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var form = await OpenAsync(bot, deployment);
        var evidence = pasted == Money ? form.Choose("evidence", Money) : [];

        var rejected = await form.SubmitAsync(
            bot,
            ("question", "Who paid for everything?"),
            ("answer", answer),
            ("evidence", evidence),
            ("quote", pasted),
            ("phrasings", "who gave the money\nwho spent it"));
        rejected.AssertSays("I can't publish that", problem);

        var again = await bot.OpenAsync(deployment, rejected, EditAgain);
        Assert.Equal("Who paid for everything?", again.GetText("question"));
        Assert.Equal(answer, again.GetText("answer"));
        Assert.Equal(pasted, again.GetText("quote") ?? "");
        Assert.Equal("who gave the money\nwho spent it", again.GetText("phrasings"));
        Assert.Equal(evidence.Length == 0 ? [] : [Money], again.ListSentences("evidence", onlyChosen: true));

        var effect = await again.SubmitAsync(bot, ("answer", Answer), ("quote", Money));
        effect.AssertSays("adds the question “Who paid for everything?”");
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");
        (await bot.AskAsync("who spent it")).AssertSays(Answer);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task EditAgain_OtherQuestion_KeepsTheChosenSentence()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var form = await OpenAsync(bot, deployment);

        var effect = await form.SubmitAsync(
            bot,
            ("question", "Is Ann Lee a writer of the Hill Gazette?"),
            ("evidence", form.Choose("evidence", Money)));

        var again = await bot.OpenAsync(deployment, effect, EditAgain);
        Assert.Equal([Money], again.ListSentences("evidence", onlyChosen: true));
        Assert.Equal(Money, again.ListSentences("evidence")[0]);
    }

    [Fact]
    public async Task EditAgain_AfterAQuarterOfAnHour_OpensAFreshForm()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var form = await OpenAsync(bot, deployment);
        var rejected = await form.SubmitAsync(bot, ("question", "Who paid?"), ("answer", Answer));

        deployment.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(Answer, (await bot.OpenAsync(deployment, rejected, EditAgain)).GetText("answer"));
        deployment.Clock.Advance(TimeSpan.FromMinutes(16));

        var fresh = await bot.OpenAsync(deployment, rejected, EditAgain);
        Assert.Equal(Question, fresh.GetText("question"));
        Assert.Null(fresh.GetText("answer"));
    }

    [Fact]
    public async Task Submit_AfterRestart_Works()
    {
        await using var deployment = await Moderation.CreateAsync();
        OpenForm form;
        await using (var bot = await deployment.StartAsync())
        {
            form = await OpenAsync(bot, deployment);
        }

        await using var again = await deployment.StartAsync();
        var effect = await form.SubmitAsync(
            again, ("answer", Answer), ("evidence", form.Choose("evidence", Money)));
        (await again.PublishAsync(deployment, effect)).AssertSays("Published", "The 2 questions are off the list.");

        (await again.AskAsync(Question)).AssertSays(Answer);
    }

    [Fact]
    public async Task Submit_ChosenSentenceIsGone_NamesIt()
    {
        await using var deployment = await Moderation.CreateAsync();
        deployment.WatchesArticles = true;
        await using var bot = await deployment.StartAsync();
        var form = await OpenAsync(bot, deployment);
        await ChangeArticleAsync(bot, deployment);

        var rejected = await form.SubmitAsync(bot, ("evidence", form.Choose("evidence", Stairs)));
        rejected.AssertSays("Evidence: the article has changed", "“The trust’s chair – a retired teacher");

        var again = await bot.OpenAsync(deployment, rejected, EditAgain);
        Assert.Empty(again.ListSentences("evidence", onlyChosen: true));
        var effect = await again.SubmitAsync(bot, ("evidence", again.Choose("evidence", Money)));
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");
    }

    [Fact]
    public async Task Publish_ArticleChangedMeanwhile_TriesTheChangeAgain()
    {
        await using var deployment = await Moderation.CreateAsync();
        deployment.WatchesArticles = true;
        await using var bot = await deployment.StartAsync();
        var form = await OpenAsync(bot, deployment);
        var kept = await form.SubmitAsync(bot, ("answer", Answer), ("evidence", form.Choose("evidence", Money)));
        form = await bot.OpenAsync(deployment, "curate add");
        var lost = await form.SubmitAsync(bot, ("question", "Which stairs were unsafe?"), ("quote", Stairs));
        await ChangeArticleAsync(bot, deployment);

        var rejected = await bot.PublishAsync(deployment, lost);
        rejected.AssertSays("The article or its questions have changed since", "I can't publish that");
        Assert.DoesNotContain("Publish", rejected.Labels());
        Assert.Contains(EditAgain, rejected.Labels());
        var again = await bot.PublishAsync(deployment, kept);
        again.AssertSays("The article or its questions have changed since", "adds the question");
        (await bot.PublishAsync(deployment, again)).AssertSays("Published");

        (await bot.AskAsync(Question)).AssertSays(Answer);
    }

    [Fact]
    public async Task ServerRule_BadLink_IsNamedAndKept()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var form = await bot.OpenAsync(
            deployment, "curate add", ("source", "server rule"), ("reason", "Asked every week"));

        var rejected = await form.SubmitAsync(
            bot,
            ("question", "May members post spoilers here?"),
            ("answer", "No, hide them."),
            ("rule", Rule),
            ("link", "example dot org"));
        rejected.AssertSays("The address “example dot org” isn't a web address", "Copy it from the browser");

        var again = await bot.OpenAsync(deployment, rejected, EditAgain);
        Assert.Equal("New question for this server", again.Title);
        Assert.Equal("May members post spoilers here?", again.GetText("question"));
        Assert.Equal("No, hide them.", again.GetText("answer"));
        Assert.Equal(Rule, again.GetText("rule"));
        Assert.Equal("example dot org", again.GetText("link"));
        var effect = await again.SubmitAsync(bot, ("link", Link));
        effect.AssertSays("adds this server's own question", Rule);
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");

        var answered = await bot.AskAsync("May members post spoilers here?");
        answered.AssertSays("No, hide them.", "This answer is from the moderators of this server");
        (await bot.ManageAsync(deployment.Moderator, "curate history")).AssertSays("Why: Asked every week");
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Submit_DatabaseLocked_ReturnsWhatWasEntered()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var form = await OpenAsync(bot, deployment);
        await bot.AskAsync(Question);
        await using (var other = await deployment.OpenAsync())
        {
            await other.ExecuteAsync("BEGIN IMMEDIATE; CREATE TABLE other (id INTEGER)");
            var failed = await form.SubmitAsync(bot, ("answer", Answer), ("quote", Money));
            failed.AssertSays("locked", "Nothing was changed.", "This is what you entered:", Answer, Money);
            Assert.True(failed.IsEphemeral);
        }
    }

    // A member asks, and a moderator opens the form for it.
    private static async Task<OpenForm> OpenAsync(RunningBot bot, Deployment deployment)
    {
        await bot.AskAsync(Question);
        await bot.AskAsync(Question);
        await bot.AskAsync(Similar);
        return await bot.OpenAsync(deployment, await bot.ReviewAsync(deployment), "New question");
    }

    private static async Task ChangeArticleAsync(RunningBot bot, Deployment deployment)
    {
        deployment.Put(
            "library",
            SampleSet.Knowledge,
            SampleSet.With(SampleSet.Article, "unsafe stairs were rebuilt", "old stairs were rebuilt"));
        await bot.LookForChangesAsync();
        await bot.Log.WaitForAsync("Article library changed: serving");
    }
}
