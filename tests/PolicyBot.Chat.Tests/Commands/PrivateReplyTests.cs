using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

/// <summary>Tests who sees a reply, depending on the server's settings and the private option.</summary>
public sealed class PrivateReplyTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("ask", null, true)]
    [InlineData("people", null, true)]
    [InlineData("people", "true", true)]
    [InlineData("people", "false", false)]
    [InlineData("people", "False", false)]
    public async Task DispatchAsync_PrivateByDefault_IsPrivateUnlessTheOptionSaysOtherwise(
        string command, string? flag, bool isPrivate)
    {
        await _server.RunAsModeratorAsync("settings", ("answers", "asker"));

        Assert.Equal(
            isPrivate,
            (await _server.RunAsync(TestServer.Member, command, flag is null ? [] : [("private", flag)])).IsPrivate);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task DispatchAsync_PublicByDefault_IsPrivateOnlyIfTheOptionSaysSo(string? flag, bool isPrivate) =>
        Assert.Equal(
            isPrivate,
            (await _server.RunAsync(TestServer.Member, "people", flag is null ? [] : [("private", flag)])).IsPrivate);

    [Fact]
    public async Task DispatchAsync_ChosenFromAPublicReply_IsPublic()
    {
        _server.Answer = Sample.Answered(Sample.Why);
        await _server.RunAsModeratorAsync("settings", ("answers", "asker"));
        var reply = await _server.RunAsync(TestServer.Member, "ask", ("question", "why?"), ("private", "false"));

        Assert.False((await _server.ChooseAsync(reply, Sample.Who.Question)).IsPrivate);
    }

    [Fact]
    public async Task DispatchAsync_OutsideThatServer_IsPublic()
    {
        await _server.RunAsModeratorAsync("settings", ("answers", "asker"));

        Assert.False((await _server.RunAsync(TestServer.InDirectMessages, "people")).IsPrivate);
        Assert.False(
            (await _server.RunAsync(new Caller("tom", "server 2", CanManageServer: false), "people")).IsPrivate);
        Assert.False((await _server.RunAsync(null, "people")).IsPrivate);
    }

    [Fact]
    public async Task DispatchAsync_AlwaysPrivateReply_StaysPrivate()
    {
        _server.Answer = Sample.NotUnderstood();

        Assert.True(
            (await _server.RunAsync(TestServer.Member, "ask", ("question", "x"), ("private", "false"))).IsPrivate);
        Assert.True((await _server.RunAsModeratorAsync("settings", ("private", "false"))).IsPrivate);
    }
}
