using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Communities;

/// <summary>Who sees a reply in a server whose answers are private unless somebody wants one to be seen.</summary>
public sealed class DefaultPrivacyTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("ask", null, true)]
    [InlineData("people", null, true)]
    [InlineData("people", "true", true)]
    [InlineData("people", "false", false)]
    [InlineData("people", "False", false)]
    public async Task DispatchAsync_ServerWhoseAnswersArePrivate_IsPrivateUnlessWantedOtherwise(string command, string? flag, bool isPrivate)
    {
        await _server.ManageAsync("settings", ("answers", "asker"));

        Assert.Equal(isPrivate, (await _server.CallAsync(TestServer.Member, command, flag is null ? [] : [("private", flag)])).IsPrivate);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task DispatchAsync_ServerWhoseAnswersAllSee_IsPrivateWhereWanted(string? flag, bool isPrivate) =>
        Assert.Equal(isPrivate, (await _server.CallAsync(TestServer.Member, "people", flag is null ? [] : [("private", flag)])).IsPrivate);

    [Fact]
    public async Task DispatchAsync_PickedFromAReplyThatAllSee_IsSeenByAll()
    {
        _server.Answer = Sample.Answered(Sample.Why);
        await _server.ManageAsync("settings", ("answers", "asker"));
        var reply = await _server.CallAsync(TestServer.Member, "ask", ("question", "why?"), ("private", "false"));

        Assert.False((await _server.PickAsync(reply, Sample.Who.Question)).IsPrivate);
    }

    [Fact]
    public async Task DispatchAsync_ElsewhereThanInThatServer_IsSeenByAll()
    {
        await _server.ManageAsync("settings", ("answers", "asker"));

        Assert.False((await _server.CallAsync(TestServer.InDirectMessages, "people")).IsPrivate);
        Assert.False((await _server.CallAsync(new Caller("tom", "server 2", CanManageServer: false), "people")).IsPrivate);
        Assert.False((await _server.CallAsync(null, "people")).IsPrivate);
    }

    [Fact]
    public async Task DispatchAsync_WantedSeenThoughItIsForOneAlone_StaysPrivate()
    {
        _server.Answer = Sample.NotUnderstood();

        Assert.True((await _server.CallAsync(TestServer.Member, "ask", ("question", "x"), ("private", "false"))).IsPrivate);
        Assert.True((await _server.ManageAsync("settings", ("private", "false"))).IsPrivate);
    }
}
