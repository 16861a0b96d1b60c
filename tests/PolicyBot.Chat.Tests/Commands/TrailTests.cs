using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

/// <summary>Going on from reply to reply by choices, and back.</summary>
public sealed class TrailTests
{
    [Fact]
    public async Task Back_AfterAWayOfChoices_LeadsBackStepByStep()
    {
        var bot = Sample.Bot();
        var topics = await bot.RunAsync("topics");
        var questions = await bot.PickAsync(topics, "harbour (2 questions)");
        var answer = await bot.PickAsync(questions, Sample.When.Question);
        var context = await bot.PickAsync(answer, "In context");

        var toAnswer = await bot.PickAsync(context, "Back");
        var toQuestions = await bot.PickAsync(toAnswer, "Back");
        var toTopics = await bot.PickAsync(toQuestions, "Back");

        Assert.Equal(answer.Title, toAnswer.Title);
        Assert.Equal(questions.Title, toQuestions.Title);
        Assert.Equal(topics.Title, toTopics.Title);
        Assert.DoesNotContain("Back", toTopics.Does());
    }

    [Fact]
    public async Task Back_ToAQuestionInWords_LeadsToItsEntry()
    {
        var bot = Sample.Bot(Sample.Answered(Sample.When));
        var answer = await bot.RunAsync("ask", ("question", new string('x', 5000)));
        var related = await bot.PickAsync(answer, Sample.Who.Question);

        var from = Assert.Single(related.Actions, a => a.Label == "Back").Request;

        Assert.Equal(("ask", "when"), (from.Command, from.GetOption("entry")));
        Assert.False(from.Options.ContainsKey("question"));
    }

    [Fact]
    public async Task Back_ToAnOffer_OffersAgain()
    {
        var bot = Sample.Bot(Sample.Ambiguous(Sample.When, Sample.Who));
        var offer = await bot.RunAsync("ask", ("question", "harbour?"));
        var answer = await bot.PickAsync(offer, Sample.Who.Question);

        Assert.Equal(offer.Title, (await bot.PickAsync(answer, "Back")).Title);
    }

    [Fact]
    public async Task Back_AfterTurningPages_PassesThePagesOver()
    {
        var bot = Sample.Bot();
        var nobody = await bot.RunAsync("quote", ("by", "nobody"));
        var first = await bot.PickAsync(nobody, "Tom Reed");
        var second = await bot.PickAsync(first, "Next");

        Assert.Equal(nobody.Paragraphs(), (await bot.PickAsync(second, "Back")).Paragraphs());
    }
}
