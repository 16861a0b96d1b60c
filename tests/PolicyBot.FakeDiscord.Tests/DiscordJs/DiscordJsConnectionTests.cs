namespace PolicyBot.FakeDiscord.Tests.DiscordJs;

/// <summary>How discord.js handles the gateway of the fake Discord, and lost connections.</summary>
public sealed class DiscordJsConnectionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zlib-stream")]
    [InlineData("none")]
    public async Task Connection_CompressedOrNot_CarriesEvents(string compression)
    {
        var skippedBecause = await NodeInstallation.PrepareAsync();
        Assert.SkipWhen(skippedBecause is not null, skippedBecause ?? "");
        Assert.SkipWhen(
            compression != "none" && !NodeInstallation.CanDecompress, "skipped, because npm could not build zlib-sync");
        await using var session = await DiscordJsSession.StartAsync(compression);

        var connected = await session.Server.Log.WaitForAsync<ConnectedRecord>(ct: Cancelled);
        var message = await session.Server.UseCommand("ping").MessageAsync(ct: Cancelled);

        Assert.Equal(
            compression == "zlib-stream", connected.Query.Contains("compress=zlib-stream", StringComparison.Ordinal));
        Assert.Equal("pong", message.Content);
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Login_WrongToken_IsRefused()
    {
        var skippedBecause = await NodeInstallation.PrepareAsync();
        Assert.SkipWhen(skippedBecause is not null, skippedBecause ?? "");
        await using var server = await FakeDiscordServer.StartAsync(cancellationToken: Cancelled);
        await using var client = DiscordJsClient.Start(server, "wrong.token.entirely");

        var error = await client.WaitForAsync("error");

        Assert.Equal("TokenInvalid", error.Text("code"));
        Assert.Equal(0, server.Log.Count<IdentifiedRecord>());
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("op 7")]
    [InlineData("op 9, resumable")]
    [InlineData("close 4000")]
    [InlineData("half a frame")]
    public async Task Connection_Lost_ResumesWithNothingLostOrDoubled(string how)
    {
        await using var session = await DiscordJsSession.StartAsync("none");
        var (server, client) = (session.Server, session.Client);
        var sent = new List<SentMessage> { server.SendMessage("before") };
        await client.WaitForAsync("dispatch", Is(sent[0]));

        Break(server, how);
        sent.Add(server.SendMessage("meanwhile"));
        sent.Add(server.SendMessage("and again"));
        var resumed = await server.Log.WaitForAsync<ResumedRecord>(ct: Cancelled);
        await client.WaitForAsync("resumed");
        sent.Add(server.SendMessage("after"));
        await client.WaitForAsync("dispatch", Is(sent[^1]));
        var ping = await server.UseCommand("ping").MessageAsync(ct: Cancelled);

        var dispatches = client.Events.Where(happened => happened.Name == "dispatch").ToArray();
        var received =
            dispatches.Where(happened => happened.IsDispatch("MESSAGE_CREATE")).Select(happened => happened.Text("id"));
        Assert.Equal(sent.Select(message => message.Id.ToString()), received.Where(id => id != ping.Id.ToString()));
        Assert.Equal(
            Enumerable.Range(1, dispatches.Length), dispatches.Select(happened => happened.Number("sequence")));
        Assert.Equal(1, server.Log.Count<IdentifiedRecord>());
        Assert.Equal(resumed.SessionId, (await server.Log.WaitForAsync<IdentifiedRecord>(ct: Cancelled)).SessionId);
        Assert.Equal(Paths(how), server.Log.Records.OfType<ConnectedRecord>().Select(record => record.Path));
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Heartbeat_AskedFor_IsSentAndAcknowledged()
    {
        await using var session = await DiscordJsSession.StartAsync("none");
        var server = session.Server;

        server.GatewayFaults.RequestHeartbeat();
        var heartbeat = await server.Log.WaitForAsync<HeartbeatRecord>(ct: Cancelled);

        Assert.Equal((0, 1), (heartbeat.Shard, heartbeat.Sequence));
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Client_Stopped_ClosesItsSession()
    {
        var session = await DiscordJsSession.StartAsync("none");
        await session.Client.DisposeAsync();
        var disconnected = await session.Server.Log.WaitForAsync<DisconnectedRecord>(ct: Cancelled);
        await session.Server.DisposeAsync();

        Assert.Equal(1000, disconnected.CloseCode);
    }

    private static Func<ClientEvent, bool> Is(SentMessage message) =>
        happened => happened.IsDispatch("MESSAGE_CREATE") && happened.Text("id") == message.Id.ToString();

    // If its session is invalid but resumable, discord.js resumes on the same connection.
    private static string[] Paths(string how) => how == "op 9, resumable" ? ["/gateway"] : ["/gateway", "/resume"];

    private static void Break(FakeDiscordServer server, string how)
    {
        switch (how)
        {
            case "drop": server.GatewayFaults.Drop(); break;
            case "op 7": server.GatewayFaults.Reconnect(); break;
            case "op 9, resumable": server.GatewayFaults.InvalidateSession(resumable: true); break;
            case "close 4000": server.GatewayFaults.Close(4000); break;
            case "half a frame": server.GatewayFaults.SendHalfFrame(); break;
            default: throw new ArgumentOutOfRangeException(nameof(how), how, null);
        }
    }
}
