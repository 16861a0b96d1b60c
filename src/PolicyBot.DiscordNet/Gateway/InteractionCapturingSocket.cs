using System.Text;
using System.Text.Json.Nodes;
using Discord.Net.WebSockets;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Gateway;
using PolicyBot.Discord.Client.Rest;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>
/// Discord.Net's socket, which captures what Discord.Net doesn't read: the user's permissions in interactions, and
/// changes of command permissions. Payloads are also decompressed here, so that it happens once.
/// </summary>
internal sealed class InteractionCapturingSocket : IWebSocketClient
{
    private readonly IWebSocketClient _inner;
    private readonly IDiscordEventListener _events;
    private ZlibStreamDecompressor _decompressor = new();

    /// <summary>Wraps a socket.</summary>
    /// <param name="inner">Discord.Net's own socket.</param>
    /// <param name="events">Learns of changed command permissions.</param>
    public InteractionCapturingSocket(IWebSocketClient inner, IDiscordEventListener events)
    {
        (_inner, _events) = (inner, events);
        inner.SetHeader("User-Agent", UserAgent.Text);
        inner.TextMessage += OnTextAsync;
        inner.BinaryMessage += OnBinary;
    }

    public event Func<string, Task>? TextMessage;

    // Never raised: all payloads are decompressed to text.
    public event Func<byte[], int, int, Task> BinaryMessage
    {
        add { }
        remove { }
    }

    public event Func<Exception, Task> Closed
    {
        add => _inner.Closed += value;
        remove => _inner.Closed -= value;
    }

    public void SetHeader(string key, string value) => _inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => _inner.SetCancelToken(cancelToken);

    public Task ConnectAsync(string host)
    {
        // Each connection has its own zlib stream.
        _decompressor.Dispose();
        _decompressor = new ZlibStreamDecompressor();
        return _inner.ConnectAsync(host);
    }

    public Task DisconnectAsync(int closeCode = 1000) => _inner.DisconnectAsync(closeCode);

    public Task SendAsync(byte[] data, int index, int count, bool isText) =>
        _inner.SendAsync(data, index, count, isText);

    public void Dispose()
    {
        _inner.Dispose();
        _decompressor.Dispose();
    }

    private Task OnBinary(byte[] data, int index, int count) =>
        _decompressor.Decompress(data.AsMemory(index, count)) is { } payload
            ? OnTextAsync(Encoding.UTF8.GetString(payload.Span))
            : Task.CompletedTask;

    private async Task OnTextAsync(string payload)
    {
        if (TextMessage is not { } handler) return;
        var change = EventPayload.Parse(payload, "APPLICATION_COMMAND_PERMISSIONS_UPDATE");
        if (EventPayload.ReadId((change?["d"] as JsonObject)?["guild_id"]) is { } guild)
            _events.OnCommandOverwritesChanged(guild);
        CapturedInteraction.Current = CapturedInteraction.Read(payload);
        await handler(CapturedInteraction.Current?.Payload ?? payload);
    }
}
