using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class FeedbackCommandTests : IDisposable
{
    private const string Answered = "server 1 harbour when Answered 1";
    private const string ThanksForUp = "Thanks, good to know.";
    private const string ThanksForDown = "Thanks. The moderators will see that this answer needs work.";

    private static readonly Caller Ann = TestServer.Moderator;
    private static readonly Caller Tom = TestServer.Member;

    private readonly TestServer _server = new();

    public static TheoryData<Caller?> Elsewhere => new(TestServer.InDirectMessages, (Caller?)null);

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Feedback_Helpful_IsCountedOncePerUser()
    {
        var answer = await _server.AskAsync("when?", Ann);
        var first = await _server.ChooseAsync(answer, "👍", Ann);
        var second = await _server.ChooseAsync(answer, "👍", Ann);
        var other = await _server.ChooseAsync(answer, "👍", Tom);

        Assert.Equal([ThanksForUp], first.Paragraphs());
        Assert.Equal(["I've already counted your vote. Thanks!"], second.Paragraphs());
        Assert.Equal([ThanksForUp], other.Paragraphs());
        Assert.Equal([Answered, "server 1 harbour when Helpful 2"], await _server.CountedAsync());
        Assert.Empty(await _server.KeptAsync());
    }

    [Fact]
    public async Task Feedback_Reply_IsAPrivateFollowUp()
    {
        var reply = await _server.ChooseAsync(await _server.AskAsync("when?", Ann), "👍", Ann);

        Assert.True(reply.IsPrivate);
        Assert.True(reply.IsFollowUp);
        Assert.Empty(reply.Actions);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Feedback_ChangeOfMind_MovesTheVote(bool isFlushedBetween)
    {
        var answer = await _server.AskAsync("when?", Ann);
        await _server.ChooseAsync(answer, "👍", Ann);
        if (isFlushedBetween) await _server.CountedAsync();
        var changed = await _server.ChooseAsync(answer, "👎", Ann);
        var counted = (await _server.CountedAsync()).ToList();
        await _server.ChooseAsync(answer, "👍", Ann);

        Assert.Equal([ThanksForDown], changed.Paragraphs());
        Assert.Contains("server 1 harbour when NotHelpful 1", counted);
        Assert.DoesNotContain("server 1 harbour when Helpful 1", counted);
        Assert.Contains("server 1 harbour when Helpful 1", await _server.CountedAsync());
        Assert.DoesNotContain("server 1 harbour when NotHelpful 1", await _server.CountedAsync());
    }

    [Fact]
    public async Task Feedback_ChangeOfMindAfterErasing_SubtractsNothing()
    {
        var answer = await _server.AskAsync("when?", Ann);
        await _server.ChooseAsync(answer, "👍", Ann);
        await _server.Usage.EraseAsync(
            TestServer.ServerId,
            () => _server.Store.DeleteAsync(TestServer.ServerId, true, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);

        var changed = await _server.ChooseAsync(answer, "👎", Ann);

        Assert.Equal([ThanksForDown], changed.Paragraphs());
        Assert.Equal(["server 1 harbour when NotHelpful 1"], await _server.CountedAsync());
    }

    [Fact]
    public async Task Feedback_OtherAnswer_HasItsOwnVote()
    {
        await _server.ChooseAsync(await _server.AskAsync("when?", Ann), "👍", Ann);
        _server.Answer = Sample.Answered(Sample.Who);
        await _server.ChooseAsync(await _server.AskAsync("who?", Ann), "👍", Ann);

        Assert.Contains("server 1 harbour when Helpful 1", await _server.CountedAsync());
        Assert.Contains("server 1 harbour who Helpful 1", await _server.CountedAsync());
    }

    [Fact]
    public async Task Feedback_NotHelpfulToTheAsker_StoresTheirQuestion()
    {
        await _server.ChooseAsync(await _server.AskAsync("harbour shut since?", Ann), "👎", Ann);

        Assert.Equal(["harbour: harbour shut since? (NotHelpful, 1)"], await _server.KeptAsync());
    }

    [Fact]
    public async Task Ask_NoPreparedAnswer_HasNoFeedbackButtons()
    {
        _server.Answer = Sample.NoPreparedAnswer(Sample.Who);

        Assert.Equal(["In context"], (await _server.AskAsync("who then?")).Does());
    }

    [Fact]
    public async Task Feedback_NotHelpfulToAnotherUser_StoresThePreparedQuestion()
    {
        var answer = await _server.AskAsync("harbour shut since?", Ann);
        _server.Answer = Sample.Answered(Sample.Who);
        await _server.AskAsync("who was it?", Tom);
        await _server.ChooseAsync(answer, "👎", Tom);

        Assert.Equal([$"harbour: {Sample.When.Question} (NotHelpful, 1)"], await _server.KeptAsync());
    }

    [Fact]
    public async Task Feedback_NotHelpfulAfterAnotherQuestion_StoresThePreparedQuestion()
    {
        var answer = await _server.AskAsync("harbour shut since?", Ann);
        _server.Answer = Sample.NotInArticle();
        await _server.AskAsync("what of it?", Ann);
        await _server.ChooseAsync(answer, "👎", Ann);

        Assert.Contains($"harbour: {Sample.When.Question} (NotHelpful, 1)", await _server.KeptAsync());
        Assert.DoesNotContain(
            await _server.KeptAsync(), k => k.Contains("harbour shut since", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("")]
    public async Task Feedback_RemovedEntry_IsNotCounted(string entry)
    {
        var reply = await _server.RunAsync(Ann, "feedback", ("entry", entry), ("vote", "yes"));

        Assert.Equal(["I no longer give that answer here, so your vote wasn't counted."], reply.Paragraphs());
        Assert.True(reply.IsFollowUp);
        Assert.Empty(await _server.CountedAsync());
    }

    [Fact]
    public async Task Feedback_ArticleChangedSince_CountsForTheNewArticle()
    {
        var answer = await _server.AskAsync("when?", Ann);
        await _server.RunAsModeratorAsync("settings", ("article", TwoArticles.Other));
        await _server.ChooseAsync(answer, "👍", Ann);

        Assert.Contains("server 1 lighthouse when Helpful 1", await _server.CountedAsync());
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task Ask_OutsideServers_HasNoFeedbackButtonsAndCountsNothing(Caller? caller)
    {
        var answer = await _server.RunAsync(caller, "ask", ("question", "when?"));
        _server.Answer = Sample.NotInArticle();
        await _server.RunAsync(caller, "ask", ("question", "cost?"));
        await _server.RunAsync(caller, "feedback", ("entry", "when"), ("vote", "yes"));

        Assert.Equal(["In context"], answer.Does());
        Assert.Empty(await _server.CountedAsync());
        Assert.Empty(await _server.KeptAsync());
    }

    [Fact]
    public async Task Ask_InAServer_HasFeedbackButtons() =>
        Assert.Equal(["In context", "👍", "👎"], (await _server.AskAsync("when?")).Does());

    [Fact]
    public void Definitions_Feedback_IsNotListed() =>
        Assert.DoesNotContain(_server.Bot.Definitions, d => d.Name == "feedback");

    [Fact]
    public async Task Feedback_OnAChosenAnswer_IsCounted()
    {
        _server.Answer = Sample.Ambiguous(Sample.Who, Sample.When);
        var picked = await _server.ChooseAsync(await _server.AskAsync("order?", Tom), Sample.When.Question, Tom);
        await _server.ChooseAsync(picked, "👎", Tom);

        Assert.Contains("server 1 harbour when NotHelpful 1", await _server.CountedAsync());
        Assert.Contains($"harbour: {Sample.When.Question} (NotHelpful, 1)", await _server.KeptAsync());
    }

    [Fact]
    public async Task Feedback_StoreUnavailable_IsNotCountedAndCanBeRepeated()
    {
        var answer = await _server.AskAsync("when?", Ann);
        _server.Store.Fault = "Gone.";
        var failed = await _server.ChooseAsync(answer, "👍", Ann);
        _server.Store.Fault = null;
        var counted = await _server.CountedAsync();
        var repeated = await _server.ChooseAsync(answer, "👍", Ann);

        Assert.Equal(["I can't count votes right now. Please try again later."], failed.Paragraphs());
        Assert.Equal([Answered], counted);
        Assert.Equal([ThanksForUp], repeated.Paragraphs());
    }
}
