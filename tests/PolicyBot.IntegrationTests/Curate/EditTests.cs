using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Curate;

/// <summary>Moderators change questions with a form.</summary>
public sealed class EditTests
{
    private const string Former = "It cost 4 million dollars.";
    private const string Answer = "The library cost 4 million dollars.";

    [Fact]
    public async Task Edit_AnswerAndPhrasings_AreChanged()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var form = await bot.OpenAsync(
            deployment, "curate edit", ("entry", "cost"), ("reason", "A full sentence reads better"));
        Assert.Equal("Change a question", form.Title);
        Assert.Equal("What did the library cost?", form.GetText("question"));
        Assert.Equal(Former, form.GetText("answer"));
        Assert.Equal(Former, form.GetText("quote"));

        var effect = await form.SubmitAsync(
            bot, ("answer", Answer), ("phrasings", "the bill for the building"), ("remove", "how much was it"));
        effect.AssertSays(
            "changes the question “What did the library cost?”",
            "removes the phrasing “how much was it”",
            "adds the phrasing “the bill for the building”",
            Answer);
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");

        (await bot.AskAsync("the bill for the building")).AssertSays(Answer);
        var found = await bot.ManageAsync(deployment.Moderator, "curate find", ("entry", "cost"));
        found.AssertSays(Answer, "the bill for the building");
        (await bot.ManageAsync(deployment.Moderator, "curate history")).AssertSays(
            "Why: A full sentence reads better");
        await bot.ManageAsync(deployment.Moderator, "curate undo");
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Edit_NothingChanged_SaysSo()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        // Two sentences with a piece of evidence each.
        var form = await bot.OpenAsync(deployment, "curate edit", ("entry", "opening"));

        var reply = await form.SubmitAsync(bot);

        reply.AssertSays("Nothing was changed.");
        Assert.Contains("Edit again", reply.Labels());
    }

    [Fact]
    public async Task Edit_OwnQuestionOfTheServer_KeepsItsSource()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var form = await bot.OpenAsync(deployment, "curate add", ("source", "server rule"));
        await bot.PublishAsync(deployment, await form.SubmitAsync(
            bot, ("question", "May members post spoilers?"), ("answer", "No, hide them."), ("rule", "Rule 4")));

        form = await bot.OpenAsync(deployment, "curate edit", ("entry", "May members post spoilers?"));
        var effect = await form.SubmitAsync(bot, ("answer", "Only hidden ones."));
        (await bot.PublishAsync(deployment, effect)).AssertSays("Published");

        var answered = await bot.AskAsync("May members post spoilers?");
        answered.AssertSays("Only hidden ones.");
        Assert.Contains("Rule 4", answered.Text() + answered.Footer(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_EntryRetiredMeanwhile_SaysSoAndReturnsTheText()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var found = await bot.ManageAsync(deployment.Moderator, "curate find", ("entry", "cost"));
        var form = await bot.OpenAsync(deployment, found, "Edit");
        await bot.RetireAsync(deployment, "cost");

        var reply = await form.SubmitAsync(bot, ("answer", Answer));

        reply.AssertSays("That question was retired.", "This is what you entered:", Answer);
        (await bot.PressAsync(found, "Edit", deployment.Moderator)).AssertSays("That question was retired.");
        (await bot.ManageAsync(deployment.Moderator, "curate retire", ("entry", "cost"))).AssertSays(
            "That question was retired.");
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Edit_ReasonTooLong_IsRefused()
    {
        await using var deployment = await Moderation.CreateAsync();
        await using var bot = await deployment.StartAsync();

        var reply = await bot.ManageAsync(
            deployment.Moderator, "curate edit", ("entry", "cost"), ("reason", new string('a', 301)));

        reply.AssertSays("reason can have at most 300 characters.");
    }
}
