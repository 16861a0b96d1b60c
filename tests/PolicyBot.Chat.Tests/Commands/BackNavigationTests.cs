using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

/// <summary>Tests that Back leads to the reply before.</summary>
public sealed class BackNavigationTests
{
    [Fact]
    public async Task Back_AfterSeveralChoices_LeadsBackStepByStep()
    {
        var bot = Sample.Bot();
        var topics = await bot.RunAsync("topics");
        var questions = await bot.ChooseAsync(topics, "harbour (2 questions)");
        var answer = await bot.ChooseAsync(questions, Sample.When.Question);
        var context = await bot.ChooseAsync(answer, "In context");

        var toAnswer = await bot.ChooseAsync(context, "Back");
        var toQuestions = await bot.ChooseAsync(toAnswer, "Back");
        var toTopics = await bot.ChooseAsync(toQuestions, "Back");

        Assert.Equal(answer.Title, toAnswer.Title);
        Assert.Equal(questions.Title, toQuestions.Title);
        Assert.Equal(topics.Title, toTopics.Title);
        Assert.DoesNotContain("Back", toTopics.Does());
    }

    [Fact]
    public async Task Back_ToATypedQuestion_LeadsToItsEntry()
    {
        var bot = Sample.Bot(Sample.Answered(Sample.When));
        var answer = await bot.RunAsync("ask", ("question", new string('x', 5000)));
        var related = await bot.ChooseAsync(answer, Sample.Who.Question);

        var from = Assert.Single(related.Actions, a => a.Label == "Back").Request;

        Assert.Equal(("ask", "when"), (from.Command, from.GetOption("entry")));
        Assert.False(from.Options.ContainsKey("question"));
    }

    [Fact]
    public async Task Back_ToAnAmbiguousQuestion_OffersTheChoicesAgain()
    {
        var bot = Sample.Bot(Sample.Ambiguous(Sample.When, Sample.Who));
        var ambiguous = await bot.RunAsync("ask", ("question", "harbour?"));
        var answer = await bot.ChooseAsync(ambiguous, Sample.Who.Question);

        Assert.Equal(ambiguous.Title, (await bot.ChooseAsync(answer, "Back")).Title);
    }

    [Fact]
    public async Task Back_AfterTurningPages_SkipsThePages()
    {
        var bot = Sample.Bot();
        var noQuote = await bot.RunAsync("quote", ("by", "nobody"));
        var first = await bot.ChooseAsync(noQuote, "Tom Reed");
        var second = await bot.ChooseAsync(first, "Next");

        Assert.Equal(noQuote.Paragraphs(), (await bot.ChooseAsync(second, "Back")).Paragraphs());
    }
}
