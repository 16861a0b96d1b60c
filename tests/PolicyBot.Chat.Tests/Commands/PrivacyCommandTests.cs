using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class PrivacyCommandTests : IDisposable
{
    private const string Deleted =
        "Deleted: the counts, votes, questions, settings and daily posts of this server. "
        + "Messages that I've already posted stay.";

    private const string NothingOutsideServers =
        "I keep nothing outside of servers that have added me, so there's nothing to delete.";

    private readonly TestServer _server = new();

    public static TheoryData<Caller?> AllCallers =>
        new(TestServer.Moderator, TestServer.Member, TestServer.InDirectMessages, (Caller?)null);

    public static TheoryData<Caller?, string> OtherCallers => new()
    {
        { TestServer.Member, "Only moderators with the Manage Server permission can delete this server's data." },
        { TestServer.InDirectMessages, NothingOutsideServers },
        { null, NothingOutsideServers },
    };

    public void Dispose() => _server.Dispose();

    [Theory]
    [MemberData(nameof(AllCallers))]
    public async Task Privacy_Anybody_SeesWhatIsKept(Caller? caller)
    {
        var reply = await _server.RunAsync(caller, "privacy");

        Assert.Equal("What I keep", reply.Title);
        Assert.Equal(
            [
                "Counts: for each day, how many questions I answered and how many I didn't, and how many answers were "
                    + "rated helpful or not helpful; kept for a year",
                "Questions: the text of a question if I couldn't answer it, if my answer didn't help, or if the member "
                    + "then chose one of the questions I offered, with that choice. Mentions, email addresses, links "
                    + "and long numbers are removed; moderators can read the rest. Kept for 30 days after the question "
                    + "was last asked, at most 10,000 per server",
                "Votes: a code for each vote, so that it counts only once. The code is computed from the voter's ID "
                    + "with a secret key of this server. It can't be turned back into the ID; the person who runs me "
                    + "could only check whether it matches an ID they already know. Kept for 30 days",
                "Settings: what moderators set up, including daily posts, with the ID of the moderator who set each "
                    + "one up, so that I can tell them if it fails",
                "Changed questions: what moderators changed in the prepared questions with /curate, with the ID of the "
                    + "moderator, when and why",
                "About you: nothing else. I never store who asked what",
            ],
            reply.Items());
        Assert.Contains(
            new Block.Note(
                "If I'm removed from a server, I delete all its data after 30 days. "
                + "Moderators can delete it now with /privacy erase: True"), reply.Blocks);
        Assert.True(reply.IsPrivate);
        Assert.Empty(reply.Actions);
    }

    [Fact]
    public async Task Privacy_QuestionsAreNotKept_SaysSo()
    {
        using var other =
            new TestServer(new PrivacyOptions { KeepQuestions = false, Retention = TimeSpan.FromDays(7) });
        var reply = await other.RunAsync(TestServer.Member, "privacy");

        Assert.Contains("Questions: no text at all", reply.Items());
        Assert.Contains(
            reply.Blocks.OfType<Block.Note>(), n => n.Text.Contains("after 7 days", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Privacy_EraseByAModerator_AsksFirstAndThenDeletesAll()
    {
        await StoreSomethingAsync();
        var asked = await _server.RunAsModeratorAsync("privacy", ("erase", "true"));
        var countedBefore = _server.Store.Counted.Count();
        var deleted = await _server.ChooseAsync(asked, "Delete this server's data");

        Assert.Equal("Delete this server's data?", asked.Title);
        Assert.True(asked.IsPrivate);
        Assert.True(Assert.Single(asked.Actions).IsDestructive);
        Assert.NotEqual(0, countedBefore);
        Assert.Equal([Deleted], deleted.Paragraphs());
        Assert.True(deleted.IsPrivate);
        Assert.Empty(await _server.CountedAsync());
        Assert.Empty(await _server.KeptAsync());
        Assert.Empty(_server.Store.Settings);
        Assert.Null(
            (await _server.Cache.FindAsync(TestServer.ServerId, TestContext.Current.CancellationToken))!.Article);
    }

    [Theory]
    [MemberData(nameof(OtherCallers))]
    public async Task Privacy_EraseByOthers_DeletesNothing(Caller? caller, string expected)
    {
        await StoreSomethingAsync();
        var asked = await _server.RunAsync(caller, "privacy", ("erase", "true"));
        var sure = await _server.RunAsync(caller, "privacy", ("erase", "true"), ("sure", "true"));

        Assert.Equal([expected], asked.Paragraphs());
        Assert.Equal([expected], sure.Paragraphs());
        Assert.Empty(asked.Actions);
        Assert.NotEmpty(await _server.CountedAsync());
        Assert.NotEmpty(_server.Store.Settings);
    }

    [Fact]
    public async Task Privacy_ButtonPressedByAMember_DeletesNothing()
    {
        await StoreSomethingAsync();
        var asked = await _server.RunAsModeratorAsync("privacy", ("erase", "true"));

        Assert.StartsWith(
            "Only moderators with the Manage Server permission",
            Assert.Single(
                (await _server.ChooseAsync(asked, "Delete this server's data", TestServer.Member)).Paragraphs()),
            StringComparison.Ordinal);
        Assert.NotEmpty(await _server.CountedAsync());
    }

    [Theory]
    [InlineData("false", "true")]
    [InlineData("true", "false")]
    public async Task Privacy_OnlyOneOfTheTwoFlags_DeletesNothing(string erase, string sure)
    {
        await StoreSomethingAsync();
        await _server.RunAsModeratorAsync("privacy", ("erase", erase), ("sure", sure));

        Assert.NotEmpty(await _server.CountedAsync());
        Assert.NotEmpty(_server.Store.Settings);
    }

    [Fact]
    public async Task Privacy_StoreUnavailable_SaysSoAndDeletesNothing()
    {
        await StoreSomethingAsync();
        _server.Store.Fault = "The disk is full.";
        var reply = await _server.RunAsModeratorAsync("privacy", ("erase", "true"), ("sure", "true"));
        _server.Store.Fault = null;

        Assert.Equal(["That didn't work: The disk is full. Nothing was deleted."], reply.Paragraphs());
        Assert.Equal(["server 1 lighthouse  NotInArticle 2"], await _server.CountedAsync());
        Assert.Equal(["lighthouse: cost? (NotInArticle, 2)"], await _server.KeptAsync());
        Assert.Equal(
            "lighthouse",
            (await _server.Cache.FindAsync(TestServer.ServerId, TestContext.Current.CancellationToken))!.Article);
    }

    [Fact]
    public async Task Privacy_EraseInOneServer_LeavesOtherServers()
    {
        var elsewhere = new Caller("sue", "server 2", CanManageServer: true);
        await StoreSomethingAsync();
        await _server.AskAsync("cost?", elsewhere);
        await _server.RunAsModeratorAsync("privacy", ("erase", "true"), ("sure", "true"));

        Assert.Equal(["server 2 harbour  NotInArticle 1"], await _server.CountedAsync());
    }

    // Stores some of everything, part of which isn't flushed yet.
    private async Task StoreSomethingAsync()
    {
        _server.Answer = Sample.NotInArticle();
        await _server.RunAsModeratorAsync("settings", ("article", TwoArticles.Other));
        await _server.AskAsync("cost?");
        await _server.CountedAsync();
        await _server.AskAsync("cost?");
    }
}
