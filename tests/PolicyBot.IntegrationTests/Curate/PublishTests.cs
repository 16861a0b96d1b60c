using PolicyBot.Discord.Client.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.Knowledge.Curation.Layers;

namespace PolicyBot.IntegrationTests.Curate;

/// <summary>Publishing and undoing when something comes in between.</summary>
public sealed class PublishTests
{
    private const string Question = "whose money paid for those stairs?";
    private const string Meaning = "Who opened the library?";

    private static readonly string[] Animals =
    [
        "ant", "bear", "cat", "dog", "eagle", "fox", "goat", "horse", "ibis", "jaguar", "koala", "lion", "mouse",
        "newt", "owl", "pig", "quail", "rabbit", "snake", "tiger", "urchin", "viper", "wolf", "yak", "zebra",
    ];

    private static readonly string[] Places =
    [
        "art", "books", "cooking", "drawing", "events", "food", "general", "help", "ideas", "jokes", "lounge", "music",
        "news", "pets", "quiz", "random", "sports", "travel", "video", "winter",
    ];

    [Fact]
    public async Task Publish_PressedTwice_PublishesOnce()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var effect = await ProposeAsync(bot, deployment);

        var button = effect.FindButton("Publish");
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");
        (await PressOldAsync(bot, deployment, button)).AssertSays("That change is already live.");

        (await bot.ManageAsync(deployment.Moderator, "curate history")).AssertSays("1 change is in effect.");
    }

    [Fact]
    public async Task Publish_ConfirmedTwice_PublishesOnce()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var effect = await bot.ManageAsync(deployment.Moderator, "curate retire", ("entry", "cost"));
        var button = effect.FindButton(
            effect.Labels().Single(l => l.StartsWith("Publish (", StringComparison.Ordinal)));
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");

        (await PressOldAsync(bot, deployment, button)).AssertSays("That change is already live.");
        (await PressOldAsync(bot, deployment, button + "|sure=true")).AssertSays("That change is already live.");
    }

    [Fact]
    public async Task Publish_TwoAtOnce_OneIsTriedAgain()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var other = bot.Server.AddUser(
            "flo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);
        var mine = await ProposeAsync(bot, deployment);
        var form = await OpenForm.WaitAsync(bot.Server.UseCommand(
            "curate edit", new Dictionary<string, object> { ["entry"] = "cost" }, user: other));
        var theirs = await form.SubmitAsync(bot, ("phrasings", "the bill for the building"));

        SentInteraction[] pressed =
        [
            bot.Server.Press(mine, mine.FindButton("Publish"), deployment.Moderator),
            bot.Server.Press(theirs, theirs.FindButton("Publish"), other),
        ];
        var replies = await Task.WhenAll(pressed.Select(p => p.GetMessageAsync()));

        var isMine = replies[0].Title() == "Published";
        var (first, second) = isMine ? (replies[0], replies[1]) : (replies[1], replies[0]);
        first.AssertSays("Published");
        second.AssertSays("Somebody else has changed the questions since", "What this would change");
        (await bot.PublishAsync(deployment, second, isMine ? other : deployment.Moderator)).AssertSays("Published");
        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
        (await bot.AskAsync("the bill for the building")).AssertSays("It cost 4 million dollars.");
        (await bot.ManageAsync(deployment.Moderator, "curate history")).AssertSays("2 changes are in effect.");
    }

    [Fact]
    public async Task Publish_SameChangeByAnother_SaysWhatIsWrong()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var mine = await ProposeAsync(bot, deployment);
        var theirs = await bot.PressAsync(await bot.ReviewAsync(deployment), Meaning, deployment.Moderator);
        await bot.PublishAsync(deployment, theirs);

        var reply = await bot.PublishAsync(deployment, mine);

        reply.AssertSays("Somebody else has changed the questions since", "is already a phrasing of");
        Assert.DoesNotContain("Publish", reply.Labels());
    }

    [Fact]
    public async Task Undo_PressedTwice_UndoesOnlyThatChange()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.RetireAsync(deployment, "books");
        var published = await bot.PublishAsync(deployment, await ProposeAsync(bot, deployment));
        var button = published.FindButton("Undo");
        var effect = await PressOldAsync(bot, deployment, button);
        var again = await PressOldAsync(bot, deployment, button);

        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");
        (await bot.PublishAsync(deployment, again)).AssertSays("That change has already been undone.");
        (await PressOldAsync(bot, deployment, button)).AssertSays("That isn't the latest change");

        (await bot.ManageAsync(deployment.Moderator, "curate history")).AssertSays("1 change is in effect.");
    }

    [Fact]
    public async Task Publish_DatabaseMissing_SaysSo()
    {
        await using var deployment = await Moderation.CreateAsync();
        var folder = Path.Combine(deployment.Data.Path, "inner");
        deployment.Configure = o => o.Storage.DataFolder = folder;
        await using var bot = await deployment.StartAsync();
        var effect = await ProposeAsync(bot, deployment);
        Directory.Move(folder, folder + "-away");
        await File.WriteAllTextAsync(folder, "", TestContext.Current.CancellationToken);

        var failed = await bot.PressAsync(effect, "Publish", deployment.Moderator);
        failed.AssertSays("That didn't work: ", "Nothing was changed.");
        Assert.True(failed.IsEphemeral);
        File.Delete(folder);
        Directory.Move(folder + "-away", folder);

        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");
        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
    }

    [Fact]
    public async Task Publish_DatabaseReplacedByAnEmptyOne_TriesTheChangeAgain()
    {
        await using var deployment = await Moderation.CreateAsync();
        var folder = Path.Combine(deployment.Data.Path, "inner");
        deployment.Configure = o => o.Storage.DataFolder = folder;
        await using var bot = await deployment.StartAsync();
        await bot.RetireAsync(deployment, "books");
        var effect = await ProposeAsync(bot, deployment);
        Directory.Delete(folder, recursive: true);

        (await bot.PublishAsync(deployment, effect)).AssertSays("was deleted", "Nothing was changed.");
        var again = await bot.PublishAsync(deployment, effect);
        again.AssertSays("The article or its questions have changed since", "adds the phrasing");
        (await bot.PublishAsync(deployment, again)).AssertSays("Published");

        (await bot.ManageAsync(deployment.Moderator, "curate history")).AssertSays("1 change is in effect.");
    }

    [Fact]
    public async Task Publish_DatabaseReadOnly_SaysSo()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess,
            "skipped, because file permissions don't apply to this user");
        await using var deployment = await Moderation.CreateAsync();
        await using (var before = await deployment.StartAsync())
        {
            await before.AskAsync(Question);
        }

        SetMode(UnixFileMode.UserRead);
        await using var bot = await deployment.StartAsync();
        var effect = await bot.PressAsync(await bot.ReviewAsync(deployment), Meaning, deployment.Moderator);

        var failed = await bot.PressAsync(effect, "Publish", deployment.Moderator);
        SetMode(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        failed.AssertSays("That didn't work: ", "Nothing was changed.");
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");

        void SetMode(UnixFileMode mode)
        {
            if (OperatingSystem.IsWindows()) return;
            // Those that SQLite adds have the mode of the database.
            foreach (var file in Directory.GetFiles(deployment.Data.Path, "policybot.db*"))
                File.SetUnixFileMode(file, mode);
        }
    }

    // The change is saved before the question is dismissed.
    [Fact]
    public async Task Publish_QuestionCannotBeDismissed_IsLiveAndSaysSo()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var effect = await ProposeAsync(bot, deployment);
        await using (var other = await deployment.OpenAsync())
        {
            await other.ExecuteAsync("ALTER TABLE questions RENAME TO questions_away");
            var published = await bot.PublishAsync(deployment, effect);
            published.AssertSays("Published", "I couldn't take the questions off the list");
            await other.ExecuteAsync("ALTER TABLE questions_away RENAME TO questions");
        }

        (await bot.AskAsync(Question)).AssertSays("Mayor Rosa Diaz opened it.");
    }

    [Fact]
    public async Task History_FiveHundredChanges_TurnsThePagesAndUndoesTheLatest()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.SaveAsync(deployment, Animals.SelectMany(a => Places.Select(p => new SetChange.AddServerQuestion(
            $"{a}-{p}", $"May members post {a} pictures in {p}?", [], $"Yes, {a} pictures are fine.", "Rule 1"))));

        var page = await bot.ManageAsync(deployment.Moderator, "curate history");
        page.AssertSays("History (1 of 63)", "zebra pictures in winter", "500 changes are in effect.");
        (await bot.AskAsync("May members post fox pictures in general?")).AssertSays("Yes, fox pictures are fine.");
        page = await bot.PressAsync(page, "Next", deployment.Moderator);
        page.AssertSays("History (2 of 63)", "zebra pictures in music");

        var effect = await bot.ManageAsync(deployment.Moderator, "curate undo");
        effect.AssertSays("zebra pictures in winter");
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");
        (await bot.ManageAsync(deployment.Moderator, "curate history")).AssertSays("499 changes are in effect.");
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task History_LongestTexts_FitsOnItsPage()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.SaveAsync(
            deployment,
            Enumerable.Range(1, 9).Select(i => new SetChange.AddPhrasing("cost", $"{i} " + new string('a', 290))),
            new string('b', 300));

        var page = await bot.ManageAsync(deployment.Moderator, "curate history");

        page.AssertSays("“9 aaa", "“2 aaa");
        (await bot.PressAsync(page, "Next", deployment.Moderator)).AssertSays("“1 aaa");
        Assert.Empty(bot.Violations);
    }

    // Discord may show a button for a moment after its message has changed.
    private static async Task<SentMessage> PressOldAsync(RunningBot bot, Deployment deployment, string id)
    {
        bot.Clock.Advance(TimeSpan.FromMilliseconds(10));
        var message = new OutgoingMessage([new Embed { Description = "As it was." }])
        {
            Buttons = [new Button("Old", id)],
        };
        var old = await bot.Connection.SendMessageAsync(
            bot.Server.Channel.Id,
            message,
            Guid.NewGuid().ToString("N")[..8],
            null,
            TestContext.Current.CancellationToken);
        return await bot.Server.Press(bot.Server.FindMessage(old)!, id, deployment.Moderator).GetMessageAsync();
    }

    // What a question means, with its effect.
    private static async Task<SentMessage> ProposeAsync(RunningBot bot, Deployment deployment)
    {
        await bot.AskAsync(Question);
        return await bot.PressAsync(await bot.ReviewAsync(deployment), Meaning, deployment.Moderator);
    }
}
