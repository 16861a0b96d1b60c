using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Curate;

/// <summary>Moderators go through the questions that the bot couldn't answer, and publish what they mean.</summary>
public sealed class ReviewTests
{
    // The set has no words for it, so it gets the closest passages.
    private const string Question = "whose money paid for those stairs?";
    private const string Answer = "Mayor Rosa Diaz opened it.";

    [Fact]
    public async Task Means_Published_QuestionIsAnsweredAndOffTheList()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        Assert.DoesNotContain(Answer, (await bot.AskAsync(Question)).Text(), StringComparison.Ordinal);
        await bot.AskAsync(Question);

        var review = await bot.ReviewAsync(deployment);
        Assert.True(review.IsEphemeral);
        review.AssertSays("Review: question 1 of 1", Question, "asked 2 times", "The closest passages");
        var effect = await bot.PressAsync(review, "Who opened the library?", deployment.Moderator);
        effect.AssertSays(
            "What this would change",
            $"adds the phrasing “{Question}” to “Who opened the library?”",
            $"“{Question}”: no prepared answer",
            "answered with “Who opened the library?”");
        Assert.DoesNotContain(Answer, (await bot.AskAsync(Question)).Text(), StringComparison.Ordinal);
        var published = await bot.PressAsync(effect, "Publish", deployment.Moderator);

        published.AssertSays("Published", "The question is off the list.");
        (await bot.AskAsync(Question)).AssertSays(Answer);
        (await bot.ReviewAsync(deployment)).AssertSays("There are no questions to review.");
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task NotInTheArticle_Published_IsSaidWithTheClosestPassage()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.AskAsync(Question);

        var effect =
            await bot.PressAsync(await bot.ReviewAsync(deployment), "Not in the article", deployment.Moderator);
        effect.AssertSays("Members will be told that the article doesn't say this");
        await bot.PressAsync(effect, "Publish", deployment.Moderator);

        (await bot.AskAsync(Question)).AssertSays("The article doesn't say");
    }

    [Fact]
    public async Task Dismiss_OneOfTwo_ShowsTheOther()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.AskAsync(Question);
        await bot.AskAsync(Question);
        await bot.AskAsync("asdf qwer");

        var review = await bot.ReviewAsync(deployment);
        review.AssertSays("question 1 of 2", Question);
        var next = await bot.PressAsync(review, "Dismiss", deployment.Moderator);

        next.AssertSays("Dismissed: “" + Question, "question 1 of 1", "asdf qwer");
    }

    [Fact]
    public async Task Undo_Published_RestoresTheFormerAnswerAndTellsInTheHistory()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        var former = (await bot.AskAsync(Question)).Text();
        await PublishMeaningAsync(bot, deployment);

        var effect = await bot.ManageAsync(deployment.Moderator, "curate undo");
        effect.AssertSays("This undoes", "added the phrasing");
        await bot.PressAsync(effect, "Publish", deployment.Moderator);

        Assert.Equal(former, (await bot.AskAsync(Question)).Text());
        (await bot.ManageAsync(deployment.Moderator, "curate history")).AssertSays(
            $"<@{deployment.Moderator.Id}> added the phrasing", "Why: A member asked it", "Undone later",
            $"<@{deployment.Moderator.Id}> undid this: added the phrasing");
        (await bot.ManageAsync(deployment.Moderator, "curate undo")).AssertSays("There is no change to undo.");
    }

    [Fact]
    public async Task Published_AfterRestart_StillApplies()
    {
        await using var deployment = await CreateAsync();
        await using (var bot = await deployment.StartAsync())
        {
            await bot.AskAsync(Question);
            await PublishMeaningAsync(bot, deployment);
        }

        await using var again = await deployment.StartAsync();
        (await again.AskAsync(Question)).AssertSays(Answer);
        Assert.Empty(again.Violations);
    }

    [Fact]
    public async Task Published_InOtherServersAndDirectMessages_ChangesNothing()
    {
        await using var deployment = await CreateAsync(guilds: 2);
        await using var bot = await deployment.StartAsync();
        await bot.AskAsync(Question);
        await PublishMeaningAsync(bot, deployment);

        var elsewhere = bot.Server.AddChannel("others", bot.Server.Guilds[1]);
        var other = await bot.AskAsync(Question, elsewhere);

        Assert.DoesNotContain(Answer, other.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_SetChangedMeanwhile_ShowsTheEffectAgain()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.AskAsync(Question);
        var mine = await bot.PressAsync(
            await bot.ReviewAsync(deployment), "Who opened the library?", deployment.Moderator);
        await bot.RetireAsync(deployment, "cost");

        var again = await bot.PressAsync(mine, "Publish", deployment.Moderator);
        again.AssertSays("Somebody else has changed the questions since", "adds the phrasing");
        await bot.PressAsync(again, "Publish", deployment.Moderator);

        (await bot.AskAsync(Question)).AssertSays(Answer);
        (await bot.ManageAsync(deployment.Moderator, "curate history"))
            .AssertSays("retired", "2 changes are in effect.");
    }

    [Fact]
    public async Task Publish_TooLate_SaysThatNothingWasPublished()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.AskAsync(Question);
        var effect = await bot.PressAsync(
            await bot.ReviewAsync(deployment), "Who opened the library?", deployment.Moderator);

        deployment.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Contains("Publish", effect.Labels());
        deployment.Clock.Advance(TimeSpan.FromMinutes(2));

        (await bot.PressAsync(effect, "Publish", deployment.Moderator)).AssertSays("Nothing was published");
    }

    [Fact]
    public async Task Retire_OldButtonOfTheEntry_SaysThatItIsGone()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        var answered = await bot.AskAsync("Who opened the library?");
        Assert.Contains("What did the library cost?", answered.Labels());
        await bot.RetireAsync(deployment, "cost");

        var gone = await bot.PressAsync(answered, "What did the library cost?");

        gone.AssertSays("That question was removed.");
    }

    [Fact]
    public async Task Curate_DatabaseLocked_SaysSoAndPublishesNothing()
    {
        await using var deployment = await CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.AskAsync(Question);
        var effect = await bot.PressAsync(
            await bot.ReviewAsync(deployment), "Who opened the library?", deployment.Moderator);
        await using (var other = await deployment.OpenAsync())
        {
            await other.ExecuteAsync("BEGIN IMMEDIATE; CREATE TABLE other (id INTEGER)");
            (await bot.PressAsync(effect, "Publish", deployment.Moderator)).AssertSays(
                "locked", "Nothing was changed.");
        }

        (await bot.PressAsync(effect, "Publish", deployment.Moderator)).AssertSays("Published");
    }

    private static async Task<Deployment> CreateAsync(int guilds = 1)
    {
        var deployment = await Deployment.CreateAsync(guilds);
        deployment.Put("library", SampleSet.Knowledge);
        deployment.UseLibraryAsOwn();
        return deployment;
    }

    private static async Task PublishMeaningAsync(RunningBot bot, Deployment deployment)
    {
        var effect = await bot.PressAsync(
            await bot.ReviewAsync(deployment), "Who opened the library?", deployment.Moderator);
        await bot.PressAsync(effect, "Publish", deployment.Moderator);
    }
}
