using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Gateway;

/// <summary>Limits on what a client sends: size, rate, heartbeats and session starts.</summary>
public sealed class GatewayLimitTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData(0)]
    [InlineData(59.999)]
    public async Task Sends_121InAMinute_CloseWith4008(double secondsBeforeTheLast)
    {
        await using var server = await TestServer.StartAsync();
        var (client, _) = await GatewayClient.BeginAsync(server);
        using (client)
        {
            await BeatAsync(client, 119);
            server.Clock.Advance(TimeSpan.FromSeconds(secondsBeforeTheLast));

            await client.SendAsync(GatewayClient.Heartbeat);

            Assert.Equal(4008, await client.ReadCloseAsync());
        }
    }

    [Fact]
    public async Task Sends_120InAnyMinute_AreAnswered()
    {
        await using var server = await TestServer.StartAsync();
        var (client, _) = await GatewayClient.BeginAsync(server);
        using (client)
        {
            await BeatAsync(client, 59);
            server.Clock.Advance(TimeSpan.FromSeconds(30));
            await BeatAsync(client, 60);
            server.Clock.Advance(TimeSpan.FromSeconds(30));
            await BeatAsync(client, 60);

            await client.SendAsync(GatewayClient.Heartbeat);
            Assert.Equal(4008, await client.ReadCloseAsync());
        }
    }

    [Theory]
    [InlineData(4096, false, 1)]
    [InlineData(4096, true, 1)]
    [InlineData(4096, false, 2)]
    [InlineData(4097, false, 1)]
    [InlineData(4097, true, 1)]
    [InlineData(4097, false, 2)]
    [InlineData(20_000, false, 1)]
    public async Task Payload_AtAndBeyond4096Bytes_IsAnsweredAndClosesWith4002(int length, bool isWide, int frames)
    {
        await using var server = await TestServer.StartAsync();
        var (client, _) = await GatewayClient.BeginAsync(server);
        using (client)
        {
            // The limit is in bytes, not in characters.
            var filled = isWide ? new string('é', 1000) : "";
            var head = Encoding.UTF8.GetBytes($$"""{"op":1,"d":null,"a":"{{filled}}"}""");
            byte[] payload = [.. head, .. Enumerable.Repeat((byte)' ', length - head.Length)];

            for (var frame = 0; frame < frames; frame++)
            {
                var part = payload[(frame * length / frames)..((frame + 1) * length / frames)];
                await client.SendAsync(part, isWhole: frame == frames - 1);
            }

            if (length <= 4096)
                Assert.Equal(11, (int)(await client.ReadAsync())["op"]!);
            else
                Assert.Equal(4002, await client.ReadCloseAsync());
        }
    }

    [Fact]
    public async Task Heartbeat_Overdue_ClosesWith4009()
    {
        await using var server = await TestServer.StartAsync();
        var (client, _) = await GatewayClient.BeginAsync(server);
        using (client)
        {
            var patience = TimeSpan.FromMilliseconds(41250 * 1.5);
            server.Clock.Advance(patience - Moment);
            await BeatAsync(client, 1);
            server.Clock.Advance(patience - Moment);
            await BeatAsync(client, 1);

            server.Clock.Advance(patience);

            Assert.Equal(4009, await client.ReadCloseAsync());
        }
    }

    [Fact]
    public async Task Heartbeat_NoneBeforeIdentify_ClosesWith4009()
    {
        await using var server =
            await TestServer.StartAsync(options => options with { HeartbeatInterval = TimeSpan.FromSeconds(10) });
        using var client = await GatewayClient.ConnectAsync(server);
        Assert.Equal(10_000, (int)(await client.ReadAsync())["d"]!["heartbeat_interval"]!);
        await BeatAsync(client, 1);

        server.Clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(4009, await client.ReadCloseAsync());
    }

    [Fact]
    public async Task Identify_TwiceWithinFiveSeconds_IsAnInvalidSession()
    {
        await using var server = await TestServer.StartAsync();
        var (first, _) = await GatewayClient.BeginAsync(server);
        using (first)
        {
            using var second = await GatewayClient.OpenAsync(server);
            server.Clock.Advance(TimeSpan.FromSeconds(5) - Moment);
            AssertInvalid(await IdentifyAsync(second));

            // The refused one doesn't delay the next one.
            server.Clock.Advance(Moment);
            Assert.Equal("READY", (string?)(await IdentifyAsync(second))["t"]);
        }
    }

    [Fact]
    public async Task Identify_AsManyAsMaxConcurrency_AreReadyAtOnce()
    {
        await using var server = await TestServer.StartAsync(options => options with { MaxConcurrency = 2 });
        using var zero = await GatewayClient.OpenAsync(server);
        using var one = await GatewayClient.OpenAsync(server);
        using var two = await GatewayClient.OpenAsync(server);

        Assert.Equal("READY", (string?)(await IdentifyAsync(zero, "[0,3]"))["t"]);
        Assert.Equal("READY", (string?)(await IdentifyAsync(one, "[1,3]"))["t"]);
        AssertInvalid(await IdentifyAsync(two, "[2,3]"));
    }

    [Fact]
    public async Task Identify_NoSessionStartLeft_IsAnInvalidSessionUntilTheReset()
    {
        await using var server = await TestServer.StartAsync(options => options with
        {
            SessionStartsRemaining = 1,
            SessionStartsResetAfter = TimeSpan.FromSeconds(40),
        });
        Assert.Equal((1, 40_000), await StartsAsync(server));
        var (first, _) = await GatewayClient.BeginAsync(server);
        using (first)
        {
            server.Clock.Advance(TimeSpan.FromSeconds(40) - Moment);
            Assert.Equal((0, 1), await StartsAsync(server));
            using var second = await GatewayClient.OpenAsync(server);
            AssertInvalid(await IdentifyAsync(second));

            server.Clock.Advance(Moment);
            Assert.Equal((1000, 86_400_000), await StartsAsync(server));
            Assert.Equal("READY", (string?)(await IdentifyAsync(second))["t"]);
            Assert.Equal(999, (await StartsAsync(server)).Remaining);
        }
    }

    [Fact]
    public async Task Resume_NoSessionStartLeft_Succeeds()
    {
        await using var server = await TestServer.StartAsync(options => options with { SessionStartsRemaining = 1 });
        var (first, session) = await GatewayClient.BeginAsync(server);
        using (first)
            await first.AbortAsync(server);

        using var second = await GatewayClient.OpenAsync(server, path: "resume");
        await second.SendAsync(GatewayClient.Resume(session, 1));

        Assert.Equal("RESUMED", (string?)(await second.ReadAsync())["t"]);
    }

    private static async Task<JsonNode> IdentifyAsync(GatewayClient client, string shard = "[0,1]")
    {
        await client.SendAsync(GatewayClient.Identify(shard: shard));
        return await client.ReadAsync();
    }

    private static void AssertInvalid(JsonNode answer) =>
        Assert.Equal("""{"t":null,"s":null,"op":9,"d":false}""", answer.ToJsonString());

    private static async Task<(int Remaining, int ResetAfter)> StartsAsync(TestServer server)
    {
        var limit = (await server.GetAsync("gateway/bot")).Body!["session_start_limit"]!;
        return ((int)limit["remaining"]!, (int)limit["reset_after"]!);
    }

    private static async Task BeatAsync(GatewayClient client, int times)
    {
        for (var beat = 0; beat < times; beat++)
        {
            await client.SendAsync(GatewayClient.Heartbeat);
            Assert.Equal("""{"t":null,"s":null,"op":11,"d":null}""", await client.ReadTextAsync());
        }
    }
}
