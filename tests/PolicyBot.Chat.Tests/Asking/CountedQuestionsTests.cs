using PolicyBot.Chat.Communities;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;

namespace PolicyBot.Chat.Tests.Asking;

/// <summary>What is counted and kept of what a server asks.</summary>
public sealed class CountedQuestionsTests : IDisposable
{
    private readonly TestServer server = new();

    public static TheoryData<string, Answer, string, string> Outcomes => new()
    {
        { "when?", Sample.Answered(Sample.When), "server 1 harbour when Answered 1", "" },
        { "order?", Sample.Ambiguous(Sample.Who, Sample.When), "server 1 harbour  Offered 1", "" },
        { "cost?", Sample.NotInArticle(), "server 1 harbour  NotInArticle 1", "harbour: cost? (NotInArticle, 1)" },
        { "safe?", Sample.NoPreparedAnswer(null, "The water is not safe"), "server 1 harbour  NoPreparedAnswer 1", "harbour: safe? (NoPreparedAnswer, 1)" },
        { "who?", Sample.NoPreparedAnswer(Sample.Who), "server 1 harbour  NoPreparedAnswer 1", "harbour: who? (NoPreparedAnswer, 1)" },
        { "qwerty?", Sample.NotUnderstood(), "server 1 harbour  NotUnderstood 1", "harbour: qwerty? (NotUnderstood, 1)" },
        { "is it?", Sample.NotUnderstood(NotUnderstoodReason.NoWords), "server 1 harbour  NotUnderstood 1", "" },
        { "hello!", Sample.SmallTalk(SmallTalkKind.Greeting), "", "" },
    };

    public void Dispose() => server.Dispose();

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Ask_Outcome_IsCountedAndKeptWhereItWasInVain(string question, Answer answer, string counted, string kept)
    {
        server.Answer = answer;
        await server.AskAsync(question);

        Assert.Equal(counted, string.Join('|', await server.CountedAsync()));
        Assert.Equal(kept, string.Join('|', await server.KeptAsync()));
    }

    [Fact]
    public async Task Ask_SeveralQuestions_AreCountedAndKeptEach()
    {
        server.Answer = Sample.NotInArticle();
        await server.AskAsync("cost? price?");

        Assert.Equal(["server 1 harbour  NotInArticle 2"], await server.CountedAsync());
        Assert.Equal(["harbour: cost? (NotInArticle, 1)", "harbour: price? (NotInArticle, 1)"], (await server.KeptAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ask_MoreQuestionsThanAreAnswered_CountsThoseThatAre()
    {
        await server.AskAsync("when? when? when? when?");

        Assert.Equal(["server 1 harbour when Answered 3"], await server.CountedAsync());
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
        server.Answer = Sample.NotInArticle();
        await server.AskAsync("cost?");

        Assert.Equal(["server 1 harbour  NotInArticle 1"], await server.CountedAsync());
        Assert.Empty(await server.KeptAsync());
    }

    [Fact]
    public async Task Ask_ServerNeverReadAndStoreOutOfReach_IsNotAnsweredFromAGuess()
    {
        server.Store.Fault = "Gone.";

        var reply = await server.AskAsync("when?");

        Assert.True(reply.IsPrivate);
        Assert.Equal(["I can't read this server's settings right now. Please try again in a minute."], reply.Paragraphs());
        server.Store.Fault = null;
        Assert.Empty(await server.CountedAsync());
    }

    [Fact]
    public async Task Ask_ArticleOfTheServerUnavailable_SaysSoAndSettingsStillWork()
    {
        server.Store.Settings[TestServer.Community] = new CommunitySettings { Article = TwoArticles.Faulty };

        var reply = await server.AskAsync("when?");
        await server.ManageAsync("settings", ("article", TwoArticles.Other));

        Assert.True(reply.IsPrivate);
        Assert.Equal(["The article chosen for this server can't be loaded right now. A moderator can choose another with /settings."], reply.Paragraphs());
        Assert.Equal(Sample.When.Question, (await server.AskAsync("when?")).Title);
    }

    [Fact]
    public async Task Ask_StoreOutOfReach_AnswersAllTheSame()
    {
        await server.Cache.FindAsync(TestServer.Community, TestContext.Current.CancellationToken);
        server.Store.Fault = "Gone.";

        Assert.Equal(Sample.When.Question, (await server.AskAsync("when?")).Title);
        server.Store.Fault = null;
        Assert.Equal(["server 1 harbour when Answered 1"], await server.CountedAsync());
    }
}
