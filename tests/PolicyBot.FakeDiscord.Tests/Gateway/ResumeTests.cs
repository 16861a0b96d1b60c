using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Gateway;

/// <summary>Which events a session keeps for a resume, and for how long.</summary>
public sealed class ResumeTests
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData(GatewayClient.Plain)]
    [InlineData(GatewayClient.Packed)]
    public async Task Resume_AfterALoss_ReplaysExactlyWhatWasMissed(string query)
    {
        await using var server = await TestServer.StartAsync();
        var (client, session) = await GatewayClient.BeginAsync(server, query);
        var seen = new List<string>();
        using (client)
        {
            Happen(server, "A", "B", "C");
            for (var number = 0; number < 3; number++)
                seen.Add(await client.ReadTextAsync());
            await client.AbortAsync(server);
        }

        Assert.Equal("""{"t":"B","s":3,"op":0,"d":{"of":"B"}}""", seen[1]);
        Happen(server, "D", "E");
        using var next = await GatewayClient.OpenAsync(server, query, "resume");
        await next.SendAsync(GatewayClient.Resume(session, 2));
        Happen(server, "F");

        Assert.Equal([seen[1], seen[2]], [await next.ReadTextAsync(), await next.ReadTextAsync()]);
        Assert.Equal("""{"t":"D","s":5,"op":0,"d":{"of":"D"}}""", await next.ReadTextAsync());
        Assert.Equal("""{"t":"E","s":6,"op":0,"d":{"of":"E"}}""", await next.ReadTextAsync());
    }

    [Fact]
    public async Task Resume_Done_SendsANumberedEvent()
    {
        await using var server = await TestServer.StartAsync();
        var (client, session) = await GatewayClient.BeginAsync(server);
        using (client)
            await client.AbortAsync(server);
        Happen(server, "A");

        using var next = await GatewayClient.OpenAsync(server, path: "resume");
        await next.SendAsync(GatewayClient.Resume(session, 1));
        Assert.Equal(["A 2", "RESUMED 3"], [await NameAsync(next), await NameAsync(next)]);
        Happen(server, "B");
        Assert.Equal("B 4", await NameAsync(next));
        var resumed = await server.Discord.Log.WaitForAsync<ResumedRecord>(ct: TestContext.Current.CancellationToken);
        Assert.Equal((session, 1, 1), (resumed.SessionId, resumed.Sequence, resumed.Replayed));

        // The next resume replays only later events.
        using var last = await GatewayClient.OpenAsync(server, path: "resume");
        await last.SendAsync(GatewayClient.Resume(session, 3));
        Assert.Equal(["B 4", "RESUMED 5"], [await NameAsync(last), await NameAsync(last)]);
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, false)]
    [InlineData(3000, true)]
    [InlineData(4000, true)]
    [InlineData(4999, true)]
    public async Task Close_ByTheClient_EndsTheSessionOrNot(int code, bool isResumable)
    {
        await using var server = await TestServer.StartAsync();
        var (client, session) = await GatewayClient.BeginAsync(server);
        using (client)
            await client.CloseAsync(server, code);

        await AssertResumeAsync(server, session, 1, isResumable);
    }

    [Fact]
    public async Task Session_WithoutAConnection_IsKeptForThreeMinutes()
    {
        await using var server = await TestServer.StartAsync();
        var (client, session) = await GatewayClient.BeginAsync(server);
        using (client)
            await client.AbortAsync(server);
        server.Clock.Advance(Life - Moment);
        using (var next = await GatewayClient.OpenAsync(server, path: "resume"))
        {
            await next.SendAsync(GatewayClient.Resume(session, 1));
            Assert.Equal("RESUMED 2", await NameAsync(next));
            await next.CloseAsync(server, 4000);
        }

        server.Clock.Advance(Life);
        await AssertResumeAsync(server, session, 2, isResumable: false);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Resume_FromADroppedEvent_IsAnInvalidSession(int sequence, bool isResumable)
    {
        await using var server = await TestServer.StartAsync(options => options with { ReplayedEvents = 2 });
        var (client, session) = await GatewayClient.BeginAsync(server);
        using (client)
            await client.AbortAsync(server);
        Happen(server, "A", "B", "C");

        using var next = await GatewayClient.OpenAsync(server, path: "resume");
        await next.SendAsync(GatewayClient.Resume(session, sequence));

        if (isResumable)
            Assert.Equal(
                ["B 3", "C 4", "RESUMED 5"], [await NameAsync(next), await NameAsync(next), await NameAsync(next)]);
        else
            Assert.Equal(9, (int)(await next.ReadAsync())["op"]!);
    }

    [Fact]
    public async Task Resume_FromAFutureSequence_ClosesWith4007()
    {
        await using var server = await TestServer.StartAsync();
        var (client, session) = await GatewayClient.BeginAsync(server);
        using (client)
            await client.AbortAsync(server);

        using var next = await GatewayClient.OpenAsync(server, path: "resume");
        await next.SendAsync(GatewayClient.Resume(session, 2));

        Assert.Equal(4007, await next.ReadCloseAsync());
        await AssertResumeAsync(server, session, 1, isResumable: false);
    }

    [Fact]
    public async Task Resume_OfAnUnknownSession_KeepsTheConnectionForIdentify()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await GatewayClient.OpenAsync(server);

        await client.SendAsync(GatewayClient.Resume("unknown", 1));
        Assert.Equal("""{"t":null,"s":null,"op":9,"d":false}""", await client.ReadTextAsync());
        await client.SendAsync(GatewayClient.Identify());

        Assert.Equal("READY 1", await NameAsync(client));
    }

    [Fact]
    public async Task Resume_WhileTheOldConnectionIsOpen_TakesOverTheSession()
    {
        await using var server = await TestServer.StartAsync();
        var (former, session) = await GatewayClient.BeginAsync(server);
        using (former)
        {
            using var next = await GatewayClient.OpenAsync(server, path: "resume");
            await next.SendAsync(GatewayClient.Resume(session, 1));
            Assert.Equal("RESUMED 2", await NameAsync(next));
            await server.Discord.Log.WaitForAsync<DisconnectedRecord>(ct: TestContext.Current.CancellationToken);

            Happen(server, "A");
            Assert.Equal("A 3", await NameAsync(next));
        }
    }

    private static void Happen(TestServer server, params string[] names)
    {
        foreach (var name in names)
            server.Discord.Dispatch(name, new JsonObject { ["of"] = name });
    }

    private static async Task<string> NameAsync(GatewayClient client)
    {
        var payload = await client.ReadAsync();
        return $"{payload["t"]} {payload["s"]}";
    }

    private static async Task AssertResumeAsync(TestServer server, string session, int sequence, bool isResumable)
    {
        using var next = await GatewayClient.OpenAsync(server, path: "resume");
        await next.SendAsync(GatewayClient.Resume(session, sequence));
        var answer = await next.ReadAsync();
        Assert.Equal(isResumable ? (0, "RESUMED") : (9, null), ((int)answer["op"]!, (string?)answer["t"]));
    }
}
