using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Tests.Privacy;

public sealed class PrivacyCommandTests : IDisposable
{
    private const string Deleted = "Deleted: the counts, the questions, the settings, and the daily posts of this server. What is posted already stays.";

    private readonly TestServer _server = new();

    public static TheoryData<Caller?> Everybody => new(TestServer.Manager, TestServer.Member, TestServer.InDirectMessages, (Caller?)null);

    public static TheoryData<Caller?, string> Others => new()
    {
        { TestServer.Member, "Only those who may manage this server can have deleted what I keep for it. Ask one of them." },
        { TestServer.InDirectMessages, "I keep nothing outside of servers that have added me, so there is nothing to delete." },
        { null, "I keep nothing outside of servers that have added me, so there is nothing to delete." },
    };

    public void Dispose() => _server.Dispose();

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Privacy_Everybody_IsToldWhatIsKept(Caller? caller)
    {
        var reply = await _server.CallAsync(caller, "privacy");

        Assert.Equal("What I keep", reply.Title);
        Assert.Equal(
            [
                "Of questions: how often each of them was answered, refused, found helpful or not, by day; for a year",
                "Of their words: the text of those that I could not answer, or whose answer did not help, without mentions and addresses; the moderators see it; for 30 days after it was asked last",
                "Of servers: the settings and daily posts that moderators order, with the number of whoever ordered a post, to tell them when it fails",
                "Of you: nothing. Nowhere is it kept who asked what",
            ],
            reply.Items());
        Assert.Contains(
            new Block.Note("When I am taken out of a server, all of its is deleted after 30 days. Those who may manage it can have it deleted at once: /privacy erase: True"), reply.Blocks);
        Assert.True(reply.IsPrivate);
        Assert.Empty(reply.Actions);
    }

    [Fact]
    public async Task Privacy_QuestionsThatAreNotKept_SaysSo()
    {
        using var other = new TestServer(new PrivacyOptions { KeepQuestions = false, Retention = TimeSpan.FromDays(7) });
        var reply = await other.CallAsync(TestServer.Member, "privacy");

        Assert.Contains("Of their words: no text at all", reply.Items());
        Assert.Contains(reply.Blocks.OfType<Block.Note>(), n => n.Text.Contains("after 7 days", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Privacy_EraseOfAManager_AsksFirstAndThenDeletesAll()
    {
        await FillAsync();
        var asked = await _server.ManageAsync("privacy", ("erase", "true"));
        var countedBefore = _server.Store.Counted.Count();
        var deleted = await _server.PickAsync(asked, "Delete it all");

        Assert.Equal("Delete all that I keep for this server?", asked.Title);
        Assert.True(asked.IsPrivate);
        Assert.NotEqual(0, countedBefore);
        Assert.Equal([Deleted], deleted.Paragraphs());
        Assert.True(deleted.IsPrivate);
        Assert.Empty(await _server.CountedAsync());
        Assert.Empty(await _server.KeptAsync());
        Assert.Empty(_server.Store.Settings);
        Assert.Null((await _server.Cache.FindAsync(TestServer.Community, TestContext.Current.CancellationToken))!.Article);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Privacy_EraseOfSomebodyElse_DeletesNothing(Caller? caller, string said)
    {
        await FillAsync();
        var asked = await _server.CallAsync(caller, "privacy", ("erase", "true"));
        var sure = await _server.CallAsync(caller, "privacy", ("erase", "true"), ("sure", "true"));

        Assert.Equal([said], asked.Paragraphs());
        Assert.Equal([said], sure.Paragraphs());
        Assert.Empty(asked.Actions);
        Assert.NotEmpty(await _server.CountedAsync());
        Assert.NotEmpty(_server.Store.Settings);
    }

    [Fact]
    public async Task Privacy_ButtonThatAMemberPicks_DeletesNothing()
    {
        await FillAsync();
        var asked = await _server.ManageAsync("privacy", ("erase", "true"));

        Assert.StartsWith("Only those who may", Assert.Single((await _server.PickAsync(asked, "Delete it all", TestServer.Member)).Paragraphs()), StringComparison.Ordinal);
        Assert.NotEmpty(await _server.CountedAsync());
    }

    [Theory]
    [InlineData("false", "true")]
    [InlineData("true", "false")]
    public async Task Privacy_StepThatIsNotTaken_DeletesNothing(string erase, string sure)
    {
        await FillAsync();
        await _server.ManageAsync("privacy", ("erase", erase), ("sure", sure));

        Assert.NotEmpty(await _server.CountedAsync());
        Assert.NotEmpty(_server.Store.Settings);
    }

    [Fact]
    public async Task Privacy_StoreOutOfReach_SaysSoAndChangesNothing()
    {
        await FillAsync();
        _server.Store.Fault = "The disk is full.";
        var reply = await _server.ManageAsync("privacy", ("erase", "true"), ("sure", "true"));
        _server.Store.Fault = null;

        Assert.Equal(["I could not delete it: The disk is full. Nothing was changed."], reply.Paragraphs());
        Assert.Equal(["server 1 lighthouse  NotInArticle 2"], await _server.CountedAsync());
        Assert.Equal(["lighthouse: cost? (NotInArticle, 2)"], await _server.KeptAsync());
        Assert.Equal("lighthouse", (await _server.Cache.FindAsync(TestServer.Community, TestContext.Current.CancellationToken))!.Article);
    }

    [Fact]
    public async Task Privacy_OtherServer_KeepsIts()
    {
        var elsewhere = new Caller("sue", "server 2", CanManageServer: true);
        await FillAsync();
        await _server.AskAsync("cost?", elsewhere);
        await _server.ManageAsync("privacy", ("erase", "true"), ("sure", "true"));

        Assert.Equal(["server 2 harbour  NotInArticle 1"], await _server.CountedAsync());
    }

    // Of everything something, in part not written down yet.
    private async Task FillAsync()
    {
        _server.Answer = Sample.NotInArticle();
        await _server.ManageAsync("settings", ("article", TwoArticles.Other));
        await _server.AskAsync("cost?");
        await _server.CountedAsync();
        await _server.AskAsync("cost?");
    }
}
