using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Tests.Asking;

/// <summary>What is counted and kept of what a server asks.</summary>
public sealed class CountedQuestionsTests : IDisposable
{
    private readonly TestServer server = new();

    public static TheoryData<string, Answer, string, string> Outcomes => new()
    {
        { "when?", Sample.Answered(Sample.When), "server 1 harbour when Answered 1", "" },
        { "order?", Sample.Ambiguous(Sample.Who, Sample.When), "server 1 harbour  Offered 1", "" },
        { "cost?", Sample.NotInArticle("It does not say.", "The water is not safe"), "server 1 harbour  NotInArticle 1", "harbour: cost? (NotInArticle, 1)" },
        { "qwerty?", Sample.NotUnderstood("I could not tell.", Sample.Who), "server 1 harbour  NotUnderstood 1", "harbour: qwerty? (NotUnderstood, 1)" },
        { "hello!", ((Answer.NotUnderstood)Sample.NotUnderstood("No question.", Sample.Who)) with { IsQuestion = false }, "server 1 harbour  NotUnderstood 1", "" },
    };

    public void Dispose() => server.Dispose();

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Ask_Outcome_IsCountedAndKeptWhereItWasInVain(string question, Answer answer, string counted, string kept)
    {
        server.Answer = answer;
        await server.AskAsync(question);

        Assert.Equal([counted], await server.CountedAsync());
        Assert.Equal(kept, string.Join('|', await server.KeptAsync()));
    }

    [Fact]
    public async Task Ask_PickedFromChoices_IsNoQuestionInWords()
    {
        server.Answer = Sample.Ambiguous(Sample.Who, Sample.When);
        await server.PickAsync(await server.AskAsync("order?"), Sample.When.Question);

        Assert.Equal(["server 1 harbour  Offered 1", "server 1 harbour when Picked 1"], await server.CountedAsync());
    }

    [Fact]
    public async Task Ask_PickedWhileTyping_IsAnAnswer()
    {
        await server.AskAsync("entry:who");

        Assert.Equal(["server 1 harbour who Answered 1"], await server.CountedAsync());
    }

    [Fact]
    public async Task Ask_ChoiceThatHasGone_IsNotCounted()
    {
        await server.CallAsync(TestServer.Member, "ask", ("entry", "gone"));

        Assert.Empty(await server.CountedAsync());
    }

    [Fact]
    public async Task Ask_NothingMayBeKept_IsCountedAlone()
    {
        server.Privacy.KeepQuestions = false;
        server.Answer = Sample.NotInArticle("It does not say.", "The water is not safe");
        await server.AskAsync("cost?");

        Assert.Equal(["server 1 harbour  NotInArticle 1"], await server.CountedAsync());
        Assert.Empty(await server.KeptAsync());
    }

    [Fact]
    public async Task Ask_StoreOutOfReach_AnswersAllTheSame()
    {
        server.Store.Fault = "Gone.";

        Assert.Equal(Sample.When.Question, (await server.AskAsync("when?")).Title);
        server.Store.Fault = null;
        Assert.Equal(["server 1 harbour when Answered 1"], await server.CountedAsync());
    }
}
