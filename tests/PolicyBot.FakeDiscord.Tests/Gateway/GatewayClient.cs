using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.FakeDiscord.Tests.Gateway;

/// <summary>A websocket to the gateway that sends only what a test tells it to.</summary>
internal sealed class GatewayClient : IDisposable
{
    public const string Plain = "v=10&encoding=json";
    public const string Packed = "v=10&encoding=json&compress=zlib-stream";
    public const string Heartbeat = """{"op":1,"d":null}""";

    /// <summary>The intents for messages in guilds and direct messages.</summary>
    public const int Messages = 1 << 9 | 1 << 12;

    private readonly ClientWebSocket _socket = new();
    private readonly ZlibStreamDecompressor? _unpacker;

    private GatewayClient(bool isPacked) => _unpacker = isPacked ? new ZlibStreamDecompressor() : null;

    /// <summary>The last message, as received.</summary>
    public byte[] LastMessage { get; private set; } = [];

    /// <summary>The type of the last message.</summary>
    public WebSocketMessageType LastType { get; private set; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static string Identify(string token = "fake-token", string shard = "[0,1]", long intents = Messages) =>
        $$$"""
        {"op":2,"d":{"token":"{{{token}}}","intents":{{{intents}}},"shard":{{{shard}}},
        "properties":{"os":"linux","browser":"a","device":"a"} } }
        """;

    public static string Resume(string session, int sequence, string token = "fake-token") =>
        $$$"""{"op":6,"d":{"token":"{{{token}}}","session_id":"{{{session}}}","seq":{{{sequence}}}}}""";

    public static async Task<GatewayClient> ConnectAsync(
        TestServer server, string query = Plain, string path = "gateway")
    {
        var client = new GatewayClient(query.Contains("compress=", StringComparison.Ordinal));
        await client._socket.ConnectAsync(new Uri(server.Discord.GatewayUrl, $"/{path}?{query}"), Cancelled)
            .WaitAsync(TestGuard.Timeout, Cancelled);
        return client;
    }

    /// <summary>Connects and reads the hello.</summary>
    public static async Task<GatewayClient> OpenAsync(
        TestServer server, string query = Plain, string path = "gateway")
    {
        var client = await ConnectAsync(server, query, path);
        Assert.Equal(10, (int)(await client.ReadAsync())["op"]!);
        return client;
    }

    /// <summary>Connects and identifies. Also returns the session's id.</summary>
    public static async Task<(GatewayClient Client, string Session)> BeginAsync(
        TestServer server, string query = Plain)
    {
        var client = await OpenAsync(server, query);
        await client.SendAsync(Identify());
        var ready = await client.ReadAsync();
        Assert.Equal(("READY", 1), ((string?)ready["t"], (int)ready["s"]!));
        return (client, (string)ready["d"]!["session_id"]!);
    }

    public Task SendAsync(string payload) => SendAsync(Encoding.UTF8.GetBytes(payload));

    public Task SendAsync(byte[] payload, bool isWhole = true) =>
        _socket.SendAsync(payload, WebSocketMessageType.Text, isWhole, Cancelled)
            .WaitAsync(TestGuard.Timeout, Cancelled);

    public async Task<JsonNode> ReadAsync() => JsonNode.Parse(await ReadTextAsync())!;

    /// <summary>Reads the next payload as text.</summary>
    public async Task<string> ReadTextAsync() =>
        await ReceiveAsync()
            ? Encoding.UTF8.GetString(_unpacker?.Unpack(LastMessage) ?? LastMessage)
            : throw new InvalidOperationException($"Closed with {_socket.CloseStatus}.");

    /// <summary>Reads until the server closes the connection, and returns the close code.</summary>
    public async Task<int> ReadCloseAsync()
    {
        while (await ReceiveAsync())
        {
        }

        return (int)_socket.CloseStatus!;
    }

    /// <summary>Closes the connection with a code and waits until the server has noticed.</summary>
    public async Task CloseAsync(TestServer server, int code)
    {
        await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", Cancelled)
            .WaitAsync(TestGuard.Timeout, Cancelled);
        await server.Discord.Log.WaitForAsync<DisconnectedRecord>(record => record.CloseCode == code, ct: Cancelled);
    }

    /// <summary>Aborts the connection and waits until the server has noticed.</summary>
    public async Task AbortAsync(TestServer server)
    {
        _socket.Abort();
        await server.Discord.Log.WaitForAsync<DisconnectedRecord>(record => record.CloseCode is null, ct: Cancelled);
    }

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
        _unpacker?.Dispose();
    }

    private async Task<bool> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16384];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer, Cancelled).WaitAsync(TestGuard.Timeout, Cancelled);
            if (received.MessageType == WebSocketMessageType.Close)
                return false;
            message.Write(buffer.AsSpan(0, received.Count));
            if (!received.EndOfMessage)
                continue;
            LastType = received.MessageType;
            LastMessage = message.ToArray();
            return true;
        }
    }
}
