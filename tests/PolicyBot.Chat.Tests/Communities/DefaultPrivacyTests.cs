using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Communities;

/// <summary>Who sees a reply in a server whose answers are private unless somebody wants one to be seen.</summary>
public sealed class DefaultPrivacyTests : IDisposable
{
    private readonly TestServer server = new();

    public void Dispose() => server.Dispose();

    [Theory]
    [InlineData("ask", null, true)]
    [InlineData("people", null, true)]
    [InlineData("people", "true", true)]
    [InlineData("people", "false", false)]
    [InlineData("people", "False", false)]
    public async Task DispatchAsync_ServerWhoseAnswersArePrivate_IsPrivateUnlessWantedOtherwise(string command, string? flag, bool isPrivate)
    {
        await server.ManageAsync("settings", ("answers", "asker"));

        Assert.Equal(isPrivate, (await server.CallAsync(TestServer.Member, command, flag is null ? [] : [("private", flag)])).IsPrivate);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task DispatchAsync_ServerWhoseAnswersAllSee_IsPrivateWhereWanted(string? flag, bool isPrivate) =>
        Assert.Equal(isPrivate, (await server.CallAsync(TestServer.Member, "people", flag is null ? [] : [("private", flag)])).IsPrivate);

    [Fact]
    public async Task DispatchAsync_PickedFromAReplyThatAllSee_IsSeenByAll()
    {
        server.Answer = Sample.Answered(Sample.Why);
        await server.ManageAsync("settings", ("answers", "asker"));
        var reply = await server.CallAsync(TestServer.Member, "ask", ("question", "why?"), ("private", "false"));

        Assert.False((await server.PickAsync(reply, Sample.Who.Question)).IsPrivate);
    }

    [Fact]
    public async Task DispatchAsync_ElsewhereThanInThatServer_IsSeenByAll()
    {
        await server.ManageAsync("settings", ("answers", "asker"));

        Assert.False((await server.CallAsync(TestServer.InDirectMessages, "people")).IsPrivate);
        Assert.False((await server.CallAsync(new Caller("tom", "server 2", MayManage: false), "people")).IsPrivate);
        Assert.False((await server.CallAsync(null, "people")).IsPrivate);
    }

    [Fact]
    public async Task DispatchAsync_WantedSeenThoughItIsForOneAlone_StaysPrivate()
    {
        server.Answer = Sample.NotUnderstood();

        Assert.True((await server.CallAsync(TestServer.Member, "ask", ("question", "x"), ("private", "false"))).IsPrivate);
        Assert.True((await server.ManageAsync("settings", ("private", "false"))).IsPrivate);
    }
}
