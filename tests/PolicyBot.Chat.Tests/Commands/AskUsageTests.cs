using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;

namespace PolicyBot.Chat.Tests.Commands;

/// <summary>Tests which questions are counted, and whose texts are stored.</summary>
public sealed class AskUsageTests : IDisposable
{
    private readonly TestServer _server = new();

    public static TheoryData<string, Answer, string, string> Outcomes => new()
    {
        { "when?", Sample.Answered(Sample.When), "server 1 harbour when Answered 1", "" },
        { "order?", Sample.Ambiguous(Sample.Who, Sample.When), "server 1 harbour  Offered 1", "" },
        { "cost?", Sample.NotInArticle(), "server 1 harbour  NotInArticle 1", "harbour: cost? (NotInArticle, 1)" },
        {
            "safe?", Sample.NoPreparedAnswer(null, "The water is not safe"), "server 1 harbour  NoPreparedAnswer 1",
            "harbour: safe? (NoPreparedAnswer, 1)"
        },
        {
            "who?", Sample.NoPreparedAnswer(Sample.Who), "server 1 harbour  NoPreparedAnswer 1",
            "harbour: who? (NoPreparedAnswer, 1)"
        },
        {
            "qwerty?", Sample.NotUnderstood(), "server 1 harbour  NotUnderstood 1",
            "harbour: qwerty? (NotUnderstood, 1)"
        },
        { "is it?", Sample.NotUnderstood(NotUnderstoodReason.NoWords), "server 1 harbour  NotUnderstood 1", "" },
        { "hello!", Sample.SmallTalk(SmallTalkKind.Greeting), "", "" },
    };

    public void Dispose() => _server.Dispose();

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Ask_Outcome_IsCountedAndStoredIfUnanswered(
        string question, Answer answer, string counted, string stored)
    {
        _server.Answer = answer;
        await _server.AskAsync(question);

        Assert.Equal(counted, string.Join('|', await _server.CountedAsync()));
        Assert.Equal(stored, string.Join('|', await _server.KeptAsync()));
    }

    [Fact]
    public async Task Ask_SeveralQuestions_AreEachCountedAndStored()
    {
        _server.Answer = Sample.NotInArticle();
        await _server.AskAsync("cost? price?");

        Assert.Equal(["server 1 harbour  NotInArticle 2"], await _server.CountedAsync());
        Assert.Equal(
            ["harbour: cost? (NotInArticle, 1)", "harbour: price? (NotInArticle, 1)"],
            (await _server.KeptAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ask_MoreQuestionsThanAreAnswered_CountsTheAnsweredOnes()
    {
        await _server.AskAsync("when? when? when? when?");

        Assert.Equal(["server 1 harbour when Answered 3"], await _server.CountedAsync());
    }

    [Fact]
    public async Task Ask_ChosenEntry_IsCountedAsPicked()
    {
        _server.Answer = Sample.Ambiguous(Sample.Who, Sample.When);
        await _server.ChooseAsync(await _server.AskAsync("order?"), Sample.When.Question);

        Assert.Equal(["server 1 harbour  Offered 1", "server 1 harbour when Picked 1"], await _server.CountedAsync());
    }

    [Fact]
    public async Task Ask_ChosenFromAutocomplete_IsCountedAsAnswered()
    {
        await _server.AskAsync("entry:who");

        Assert.Equal(["server 1 harbour who Answered 1"], await _server.CountedAsync());
    }

    [Fact]
    public async Task Ask_RemovedEntry_IsNotCounted()
    {
        await _server.RunAsync(TestServer.Member, "ask", ("entry", "gone"));

        Assert.Empty(await _server.CountedAsync());
    }

    [Fact]
    public async Task Ask_QuestionsAreNotKept_IsOnlyCounted()
    {
        _server.Privacy.KeepQuestions = false;
        _server.Answer = Sample.NotInArticle();
        await _server.AskAsync("cost?");

        Assert.Equal(["server 1 harbour  NotInArticle 1"], await _server.CountedAsync());
        Assert.Empty(await _server.KeptAsync());
    }

    [Fact]
    public async Task Ask_UnknownSettingsAndStoreUnavailable_IsNotAnswered()
    {
        _server.Store.Fault = "Gone.";

        var reply = await _server.AskAsync("when?");

        Assert.True(reply.IsPrivate);
        Assert.Equal(
            ["I can't read this server's settings right now. Please try again in a minute."], reply.Paragraphs());
        _server.Store.Fault = null;
        Assert.Empty(await _server.CountedAsync());
    }

    [Fact]
    public async Task Ask_ServersArticleUnavailable_SaysSoAndSettingsStillWork()
    {
        _server.Store.Settings[TestServer.ServerId] = new ServerSettings { Article = TwoArticles.Invalid };

        var reply = await _server.AskAsync("when?");
        await _server.RunAsModeratorAsync("settings", ("article", TwoArticles.Other));

        Assert.True(reply.IsPrivate);
        Assert.Equal(
            [
                "The article chosen for this server can't be loaded right now. "
                    + "A moderator can choose another with /settings.",
            ],
            reply.Paragraphs());
        Assert.Equal(Sample.When.Question, (await _server.AskAsync("when?")).Title);
    }

    [Fact]
    public async Task Ask_KnownSettingsAndStoreUnavailable_IsAnsweredAndCounted()
    {
        await _server.Cache.FindAsync(TestServer.ServerId, TestContext.Current.CancellationToken);
        _server.Store.Fault = "Gone.";

        Assert.Equal(Sample.When.Question, (await _server.AskAsync("when?")).Title);
        _server.Store.Fault = null;
        Assert.Equal(["server 1 harbour when Answered 1"], await _server.CountedAsync());
    }
}
