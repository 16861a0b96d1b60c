using System.Net.WebSockets;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Gateway;

/// <summary>The gateway sends the same events in plain text and as a zlib stream.</summary>
public sealed class CompressionTests
{
    [Fact]
    public async Task Events_PlainAndCompressed_AreTheSame()
    {
        await using var server = await TestServer.StartAsync();
        var (plain, _) = await GatewayClient.BeginAsync(server);
        server.Clock.Advance(TimeSpan.FromSeconds(5));
        var (packed, _) = await GatewayClient.BeginAsync(server, GatewayClient.Packed);
        using (plain)
        using (packed)
        {
            for (var number = 2; number < 10; number++)
            {
                server.Discord.Dispatch(
                    "A", new JsonObject { ["text"] = new string('é', 10 * number * number * number) });
                var text = await plain.ReadTextAsync();

                Assert.StartsWith($$"""{"t":"A","s":{{number}},"op":0,"d":{"text":""", text, StringComparison.Ordinal);
                Assert.Equal(text, await packed.ReadTextAsync());
                Assert.Equal(
                    (WebSocketMessageType.Text, WebSocketMessageType.Binary), (plain.LastType, packed.LastType));
                Assert.Equal([0x00, 0x00, 0xFF, 0xFF], packed.LastMessage[^4..]);
            }
        }
    }

    [Fact]
    public async Task Compressed_SameEventAgain_IsShorter()
    {
        await using var server = await TestServer.StartAsync();
        var (packed, _) = await GatewayClient.BeginAsync(server, GatewayClient.Packed);
        using (packed)
        {
            var lengths = new List<int>();
            var data = new JsonObject
            {
                ["text"] = string.Join(' ', Enumerable.Range(1000, 200).Select(number => number * 7919))
            };
            for (var number = 0; number < 2; number++)
            {
                server.Discord.Dispatch("A", data);
                await packed.ReadTextAsync();
                lengths.Add(packed.LastMessage.Length);
            }

            Assert.True(lengths[1] < lengths[0] / 4, $"{lengths[0]} bytes, then {lengths[1]}");
        }
    }

    [Fact]
    public async Task Compressed_Hello_StartsTheStream()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await GatewayClient.OpenAsync(server, GatewayClient.Packed);
        Assert.Equal(0x78, client.LastMessage[0]);

        await client.SendAsync(GatewayClient.Heartbeat);
        Assert.Equal("""{"t":null,"s":null,"op":11,"d":null}""", await client.ReadTextAsync());
        Assert.NotEqual(0x78, client.LastMessage[0]);
    }
}
