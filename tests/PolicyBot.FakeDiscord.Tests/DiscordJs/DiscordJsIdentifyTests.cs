namespace PolicyBot.FakeDiscord.Tests.DiscordJs;

/// <summary>
/// discord.js identifies again when its session is lost. It waits five seconds before that, so these tests run in
/// parallel with the others.
/// </summary>
public sealed class DiscordJsIdentifyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_Invalid_IdentifiesAgain()
    {
        await using var session = await DiscordJsSession.StartAsync("none");
        var (server, client) = (session.Server, session.Client);

        server.GatewayFaults.InvalidateSession(resumable: false);
        var first = await server.Log.WaitForAsync<IdentifiedRecord>(ct: Cancelled);
        var second = await server.Log.WaitForAsync<IdentifiedRecord>(count: 2, ct: Cancelled);
        await client.WaitForAsync("shardReady", count: 2);
        var message = await server.UseCommand("ping").MessageAsync(ct: Cancelled);

        Assert.NotEqual(first.SessionId, second.SessionId);
        Assert.Equal(0, server.Log.Count<ResumedRecord>());
        Assert.Equal("pong", message.Content);
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Session_Forgotten_IdentifiesAgain()
    {
        await using var session = await DiscordJsSession.StartAsync("none");
        var server = session.Server;

        server.GatewayFaults.ForgetsSessions = true;
        server.GatewayFaults.Drop();
        await server.Log.WaitForAsync<ResumeRefusedRecord>(ct: Cancelled);
        await server.Log.WaitForAsync<IdentifiedRecord>(count: 2, ct: Cancelled);
        await session.Client.WaitForAsync("shardReady", count: 2);

        Assert.Equal("pong", (await server.UseCommand("ping").MessageAsync(ct: Cancelled)).Content);
        session.AssertUnderstood();
    }
}
