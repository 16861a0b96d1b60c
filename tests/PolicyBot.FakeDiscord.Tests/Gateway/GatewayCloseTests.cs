using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Gateway;

/// <summary>The gateway's close codes.</summary>
public sealed class GatewayCloseTests
{
    private const string Properties = "\"properties\":{}";

    /// <summary>Payloads before a client identifies, and their close codes.</summary>
    public static TheoryData<string, int> BeforeIdentify { get; } = new()
    {
        { """{"op":99,"d":null}""", 4001 },
        { """{"op":0,"d":null}""", 4001 },
        { "identify", 4002 },
        { "", 4002 },
        { "[]", 4002 },
        { """{"op":2""", 4002 },
        { """{"op":2}""", 4002 },
        { """{"op":2,"d":{"token":"fake-token","intents":0}}""", 4002 },
        { $$$"""{"op":2,"d":{"token":"fake-token",{{{Properties}}}}}""", 4002 },
        { $$$"""{"op":2,"d":{"token":"fake-token",{{{Properties}}},"intents":"512"}}""", 4002 },
        { """{"op":2,"d":{"token":"\ud800","properties":{},"intents":0}}""", 4002 },
        { """{"op":6,"d":{"token":"fake-token","session_id":"a"}}""", 4002 },
        { """{"op":3,"d":{"since":null,"activities":[],"status":"online","afk":false}}""", 4003 },
        { """{"op":4,"d":{}}""", 4003 },
        { """{"op":8,"d":{}}""", 4003 },
        { GatewayClient.Identify(token: "wrong"), 4004 },
        { GatewayClient.Identify(token: ""), 4004 },
        { GatewayClient.Resume("a", 1, token: "wrong"), 4004 },
        { GatewayClient.Identify(shard: "[1,1]"), 4010 },
        { GatewayClient.Identify(shard: "[0,0]"), 4010 },
        { GatewayClient.Identify(shard: "[-1,2]"), 4010 },
        { GatewayClient.Identify(shard: "[0]"), 4010 },
        { GatewayClient.Identify(shard: "[0,1,2]"), 4010 },
        { GatewayClient.Identify(shard: "[\"0\",1]"), 4010 },
        { GatewayClient.Identify(intents: 1 << 17), 4013 },
        { GatewayClient.Identify(intents: 1 << 30), 4013 },
        { GatewayClient.Identify(intents: -1), 4013 },
        { GatewayClient.Identify(intents: 1 << 1), 4014 },
        { GatewayClient.Identify(intents: 1 << 8), 4014 },
        { GatewayClient.Identify(intents: GatewayClient.Messages | 1 << 15), 4014 },
    };

    /// <summary>Payloads after a client has identified, and their close codes.</summary>
    public static TheoryData<string, int> AfterIdentify { get; } = new()
    {
        { """{"op":99,"d":null}""", 4001 },
        { "heartbeat", 4002 },
        { GatewayClient.Identify(), 4005 },
        { GatewayClient.Resume("a", 1), 4005 },
    };

    [Theory]
    [MemberData(nameof(BeforeIdentify))]
    public async Task Payload_InvalidBeforeIdentify_ClosesWithItsCode(string payload, int code)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await GatewayClient.OpenAsync(server);

        await client.SendAsync(payload);

        Assert.Equal(code, await client.ReadCloseAsync());
        Assert.Equal(0, server.Discord.Log.Count<IdentifiedRecord>());
    }

    [Theory]
    [MemberData(nameof(AfterIdentify))]
    public async Task Payload_InvalidAfterIdentify_ClosesWithItsCode(string payload, int code)
    {
        await using var server = await TestServer.StartAsync();
        var (client, _) = await GatewayClient.BeginAsync(server);
        using (client)
        {
            await client.SendAsync(payload);

            Assert.Equal(code, await client.ReadCloseAsync());
        }
    }

    [Theory]
    [InlineData("v=9&encoding=json")]
    [InlineData("v=11&encoding=json")]
    [InlineData("encoding=json")]
    public async Task Connect_AnotherVersion_ClosesWith4012(string query)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await GatewayClient.ConnectAsync(server, query);

        Assert.Equal(4012, await client.ReadCloseAsync());
    }

    [Theory]
    [InlineData(1 << 1)]
    [InlineData(1 << 8)]
    [InlineData(1 << 15)]
    public async Task Identify_GrantedPrivilegedIntent_IsReady(int intents)
    {
        await using var server = await TestServer.StartAsync(
            options => options with { AllowedIntents = options.AllowedIntents | intents });
        using var client = await GatewayClient.OpenAsync(server);

        await client.SendAsync(GatewayClient.Identify(intents: intents));

        Assert.Equal("READY", (string?)(await client.ReadAsync())["t"]);
    }

    [Fact]
    public async Task Identify_2500And2501GuildsOnAShard_IsReadyAndNeedsMoreShards()
    {
        await using var full = await TestServer.StartAsync(options => options with { Guilds = 2500 });
        using var one = await GatewayClient.OpenAsync(full, GatewayClient.Packed);
        await one.SendAsync(GatewayClient.Identify());
        Assert.Equal(2500, (await one.ReadAsync())["d"]!["guilds"]!.AsArray().Count);

        await using var fuller =
            await TestServer.StartAsync(options => options with { Guilds = 2501, MaxConcurrency = 2 });
        using var alone = await GatewayClient.OpenAsync(fuller);
        await alone.SendAsync(GatewayClient.Identify());
        Assert.Equal(4011, await alone.ReadCloseAsync());

        using var half = await GatewayClient.OpenAsync(fuller);
        await half.SendAsync(GatewayClient.Identify(shard: "[1,2]"));
        Assert.Equal(1250, (await half.ReadAsync())["d"]!["guilds"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(4000, true)]
    [InlineData(4001, true)]
    [InlineData(4002, true)]
    [InlineData(4008, true)]
    [InlineData(4004, false)]
    [InlineData(4007, false)]
    [InlineData(4009, false)]
    [InlineData(4010, false)]
    [InlineData(4011, false)]
    [InlineData(4012, false)]
    [InlineData(4013, false)]
    [InlineData(4014, false)]
    public async Task Close_ByTheServer_KeepsTheSessionOrNot(int code, bool isResumable)
    {
        await using var server = await TestServer.StartAsync();
        var (client, session) = await GatewayClient.BeginAsync(server);
        using (client)
        {
            server.Discord.GatewayFaults.Close(code, "a");
            Assert.Equal(code, await client.ReadCloseAsync());
        }

        using var next = await GatewayClient.OpenAsync(server, path: "resume");
        await next.SendAsync(GatewayClient.Resume(session, 1));
        var answer = await next.ReadAsync();
        Assert.Equal(isResumable ? (0, "RESUMED") : (9, null), ((int)answer["op"]!, (string?)answer["t"]));
    }
}
