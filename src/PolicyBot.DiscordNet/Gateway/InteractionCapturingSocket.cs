using System.Text;
using Discord.Net.WebSockets;
using PolicyBot.Discord.Client.Gateway;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>
/// The library's socket, whose payloads are looked at before the library gets them: of who uses a command it does not read what they may do. They are
/// unpacked here, so that it is done once.
/// </summary>
/// <param name="inner">The library's own socket.</param>
internal sealed class InteractionCapturingSocket : IWebSocketClient
{
    private readonly IWebSocketClient _inner;
    private ZlibStreamDecompressor _inflater = new();

    public InteractionCapturingSocket(IWebSocketClient inner)
    {
        _inner = inner;
        inner.TextMessage += OnText;
        inner.BinaryMessage += OnBinary;
    }

    public event Func<string, Task>? TextMessage;

    // Nothing is left packed.
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
        // Each connection is packed anew.
        _inflater.Dispose();
        _inflater = new ZlibStreamDecompressor();
        return _inner.ConnectAsync(host);
    }

    public Task DisconnectAsync(int closeCode = 1000) => _inner.DisconnectAsync(closeCode);

    public Task SendAsync(byte[] data, int index, int count, bool isText) => _inner.SendAsync(data, index, count, isText);

    public void Dispose()
    {
        _inner.Dispose();
        _inflater.Dispose();
    }

    private Task OnBinary(byte[] data, int index, int count) =>
        _inflater.Decompress(data.AsMemory(index, count)) is { } payload ? OnText(Encoding.UTF8.GetString(payload.Span)) : Task.CompletedTask;

    private async Task OnText(string payload)
    {
        if (TextMessage is not { } passOn) return;
        CapturedInteraction.Current = CapturedInteraction.Read(payload);
        await passOn(CapturedInteraction.Current?.Payload ?? payload);
    }
}
