using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Tests.Commands;

/// <summary>
/// If an asker chooses another question instead of an answer, the asker's words become a suggestion for moderators.
/// </summary>
public sealed class SuggestionTests : IDisposable
{
    private const string Suggested = "harbour: order? -> when";

    private static readonly Caller Ann = TestServer.Moderator;
    private static readonly Caller Tom = TestServer.Member;

    private static readonly Answer Ambiguous = Sample.Ambiguous(Sample.Who, Sample.When);

    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Choice_AfterAChoice_IsStoredWithTheQuestion()
    {
        _server.Answer = Ambiguous;
        await _server.ChooseAsync(await _server.AskAsync("order?", Tom), Sample.When.Question, Tom);

        Assert.Equal(["harbour: order? (Offered, 1)"], await _server.KeptAsync());
        Assert.Equal([Suggested], _server.Store.Suggested);
    }

    [Fact]
    public async Task Choice_AfterNoPreparedAnswer_IsStoredWithTheQuestion()
    {
        _server.Answer = Sample.NoPreparedAnswer(Sample.Who) with { Suggestions = Ambiguous.Suggestions };
        await _server.ChooseAsync(await _server.AskAsync("order?", Tom), Sample.When.Question, Tom);

        Assert.Equal(["harbour: order? (NoPreparedAnswer, 1)"], await _server.KeptAsync());
        Assert.Equal([Suggested], _server.Store.Suggested);
    }

    [Theory]
    [InlineData("👎", true)]
    [InlineData("👍", false)]
    [InlineData(null, false)]
    public async Task Choice_AfterAnAnswer_IsStoredOnlyIfItDidNotHelp(string? vote, bool isStored)
    {
        _server.Answer = Sample.Answered(Sample.Who) with { Suggestions = Ambiguous.Suggestions };
        var answer = await _server.AskAsync("order?", Tom);
        if (vote is not null) await _server.ChooseAsync(answer, vote, Tom);
        await _server.ChooseAsync(answer, Sample.When.Question, Tom);

        await _server.KeptAsync();
        Assert.Equal(isStored ? [Suggested] : [], _server.Store.Suggested);
    }

    [Fact]
    public async Task Choice_Second_IsNotStored()
    {
        _server.Answer = Ambiguous;
        var answer = await _server.AskAsync("order?", Tom);
        await _server.ChooseAsync(answer, Sample.When.Question, Tom);
        await _server.ChooseAsync(answer, Sample.Who.Question, Tom);

        await _server.KeptAsync();
        Assert.Equal([Suggested], _server.Store.Suggested);
    }

    [Fact]
    public async Task Choice_OfAnotherUser_IsNotStored()
    {
        _server.Answer = Ambiguous;
        await _server.ChooseAsync(
            await _server.AskAsync("order?", Tom), Sample.When.Question, Ann, isOwnReply: false);

        Assert.Empty(await _server.KeptAsync());
    }

    // Ann was offered the same, but answers somebody else's choice.
    [Fact]
    public async Task Choice_OfAnAskerUnderAnotherUsersReply_IsNotStored()
    {
        _server.Answer = Ambiguous;
        var answer = await _server.AskAsync("order?", Tom);
        await _server.AskAsync("which order?", Ann);
        await _server.ChooseAsync(answer, Sample.When.Question, Ann, isOwnReply: false);

        Assert.Empty(await _server.KeptAsync());
    }

    [Fact]
    public async Task Choice_AfterAPrivateReply_IsNotStored()
    {
        _server.Answer = Ambiguous;
        var answer = await _server.RunAsync(Tom, "ask", ("question", "order?"), ("private", "true"));
        await _server.ChooseAsync(answer, Sample.When.Question, Tom);

        Assert.Empty(await _server.KeptAsync());
    }

    [Fact]
    public async Task Choice_InDirectMessages_IsNotStored()
    {
        _server.Answer = Ambiguous;
        var answer = await _server.AskAsync("order?", TestServer.InDirectMessages);
        await _server.ChooseAsync(answer, Sample.When.Question, TestServer.InDirectMessages);

        Assert.Empty(await _server.KeptAsync());
    }

    [Fact]
    public async Task Choice_OfSomethingElse_IsNotStored()
    {
        _server.Answer = Ambiguous;
        var answer = await _server.AskAsync("order?", Tom);
        _server.Answer = Sample.NotInArticle();
        await _server.AskAsync("cost?", Tom);
        await _server.ChooseAsync(answer, Sample.When.Question, Tom);

        Assert.Equal(["harbour: cost? (NotInArticle, 1)"], await _server.KeptAsync());
        Assert.Empty(_server.Store.Suggested);
    }

    [Fact]
    public async Task Choice_QuestionsAreNotKept_IsNotStored()
    {
        _server.Privacy.KeepQuestions = false;
        _server.Answer = Ambiguous;
        await _server.ChooseAsync(await _server.AskAsync("order?", Tom), Sample.When.Question, Tom);

        Assert.Empty(await _server.KeptAsync());
    }

    [Fact]
    public async Task Choice_AfterTheDataWasDeleted_IsNotStored()
    {
        _server.Answer = Ambiguous;
        var answer = await _server.AskAsync("order?", Tom);
        await _server.Usage.EraseAsync(
            TestServer.ServerId, () => Task.CompletedTask, TestContext.Current.CancellationToken);
        await _server.ChooseAsync(answer, Sample.When.Question, Tom);

        Assert.Empty(await _server.KeptAsync());
    }

    [Fact]
    public async Task Choice_QuestionWithAddress_IsRedacted()
    {
        _server.Answer = Ambiguous;
        await _server.ChooseAsync(
            await _server.AskAsync("order of https://example.org/x?", Tom), Sample.When.Question, Tom);

        await _server.KeptAsync();
        Assert.Equal(["harbour: order of (link) -> when"], _server.Store.Suggested);
    }

    [Fact]
    public async Task Unanswered_WithAChoice_NamesIt()
    {
        _server.Answer = Ambiguous;
        await _server.ChooseAsync(await _server.AskAsync("order?", Tom), Sample.When.Question, Tom);

        var list = await _server.RunAsModeratorAsync("questions unanswered");

        Assert.Contains(
            $"offered a choice, asked once, last on 10 Mar 2026; a member picked “{Sample.When.Question}” for it",
            Assert.Single(list.Items()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unanswered_WithAChoiceForASimilarQuestion_NamesBoth()
    {
        _server.Answer = Sample.NotInArticle();
        for (var time = 0; time < 2; time++) await _server.AskAsync("who signed the order?", Ann);
        _server.Answer = Ambiguous;
        await _server.ChooseAsync(await _server.AskAsync("who signed that order?", Tom), Sample.When.Question, Tom);

        var list = await _server.RunAsModeratorAsync("questions unanswered");

        Assert.EndsWith(
            $"; a member picked “{Sample.When.Question}” for “who signed that order?”",
            Assert.Single(list.Items()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unanswered_ChosenEntryIsGone_DoesNotNameIt()
    {
        _server.Usage.RecordQuestion(TestServer.ServerId, "tom", Sample.Set.Name, "order?", UsageKind.Offered);
        _server.Usage.RecordSuggestion(TestServer.ServerId, Sample.Set.Name, "order?", "gone");

        var list = await _server.RunAsModeratorAsync("questions unanswered");

        Assert.DoesNotContain("picked", Assert.Single(list.Items()), StringComparison.Ordinal);
    }
}
