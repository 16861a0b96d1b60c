using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord;
using PolicyBot.FakeDiscord.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.FakeDiscord.Tests.Gateway;

/// <summary>A plain websocket to the gateway that sends what it is told to and nothing of its own.</summary>
internal sealed class GatewayClient : IDisposable
{
    public const string Plain = "v=10&encoding=json";
    public const string Packed = "v=10&encoding=json&compress=zlib-stream";
    public const string Heartbeat = """{"op":1,"d":null}""";

    /// <summary>Messages in guilds and direct messages.</summary>
    public const int Messages = 1 << 9 | 1 << 12;

    private readonly ClientWebSocket _socket = new();
    private readonly Unpacker? _unpacker;

    private GatewayClient(bool isPacked) => _unpacker = isPacked ? new Unpacker() : null;

    /// <summary>The last message as it came.</summary>
    public byte[] LastMessage { get; private set; } = [];

    /// <summary>What kind of message the last one was.</summary>
    public WebSocketMessageType LastType { get; private set; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static string Identify(string token = "stand-in-token", string shard = "[0,1]", long intents = Messages) =>
        $$$"""
        {"op":2,"d":{"token":"{{{token}}}","intents":{{{intents}}},"shard":{{{shard}}},
        "properties":{"os":"linux","browser":"a","device":"a"} } }
        """;

    public static string Resume(string session, int sequence, string token = "stand-in-token") =>
        $$$"""{"op":6,"d":{"token":"{{{token}}}","session_id":"{{{session}}}","seq":{{{sequence}}}}}""";

    public static async Task<GatewayClient> ConnectAsync(
        StandInServer server, string query = Plain, string path = "gateway")
    {
        var client = new GatewayClient(query.Contains("compress=", StringComparison.Ordinal));
        await client._socket.ConnectAsync(new Uri(server.Discord.GatewayUrl, $"/{path}?{query}"), Cancelled)
            .WaitAsync(TestGuard.Timeout, Cancelled);
        return client;
    }

    /// <summary>Connects and reads the hello.</summary>
    public static async Task<GatewayClient> OpenAsync(
        StandInServer server, string query = Plain, string path = "gateway")
    {
        var client = await ConnectAsync(server, query, path);
        Assert.Equal(10, (int)(await client.ReadAsync())["op"]!);
        return client;
    }

    /// <summary>Connects and identifies; gives the session's id too.</summary>
    public static async Task<(GatewayClient Client, string Session)> BeginAsync(
        StandInServer server, string query = Plain)
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

    /// <summary>The next payload as it stands.</summary>
    public async Task<string> ReadTextAsync() =>
        await ReceiveAsync()
            ? Encoding.UTF8.GetString(_unpacker?.Unpack(LastMessage) ?? LastMessage)
            : throw new InvalidOperationException($"Closed with {_socket.CloseStatus}.");

    /// <summary>Reads until the server closes; gives its code.</summary>
    public async Task<int> ReadCloseAsync()
    {
        while (await ReceiveAsync())
        {
        }

        return (int)_socket.CloseStatus!;
    }

    /// <summary>Closes with that code and waits until the server knows.</summary>
    public async Task CloseAsync(StandInServer server, int code)
    {
        await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", Cancelled)
            .WaitAsync(TestGuard.Timeout, Cancelled);
        await server.Discord.Log.WaitForAsync<DisconnectedRecord>(record => record.CloseCode == code, ct: Cancelled);
    }

    /// <summary>Lets the socket go with no word and waits until the server knows.</summary>
    public async Task AbortAsync(StandInServer server)
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
