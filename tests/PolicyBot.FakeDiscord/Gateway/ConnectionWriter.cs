using System.Net.WebSockets;
using System.Threading.Channels;

namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>
/// The only writer of a connection: a queue that never blocks, written in order as fast as the client reads.
/// </summary>
internal sealed class ConnectionWriter(WebSocket socket, SilenceableStream stream, bool compresses) : IDisposable
{
    private readonly Channel<OutgoingItem> _queue =
        Channel.CreateUnbounded<OutgoingItem>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ZlibStreamCompressor? _zlib = compresses ? new ZlibStreamCompressor() : null;

    public void Enqueue(OutgoingItem item) => _queue.Writer.TryWrite(item);

    /// <summary>Accepts nothing more; the queue is still written.</summary>
    public void Complete() => _queue.Writer.TryComplete();

    /// <summary>
    /// Writes until the queue is complete or the connection ends. Returns true if the client has yet to answer a close.
    /// </summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var item in _queue.Reader.ReadAllAsync(cancellationToken))
        {
            switch (item.Kind)
            {
                case OutgoingKind.Payload when _zlib is not null:
                    await SendAsync(_zlib.Compress(item.Bytes), WebSocketMessageType.Binary, cancellationToken);
                    break;
                case OutgoingKind.Payload:
                    await SendAsync(item.Bytes, WebSocketMessageType.Text, cancellationToken);
                    break;
                case OutgoingKind.RawMessage:
                    await SendAsync(item.Bytes, WebSocketMessageType.Binary, cancellationToken);
                    break;
                case OutgoingKind.Burst when _zlib is not null && item.Burst is { } burst:
                    await burst.WriteAsync(_zlib, stream, cancellationToken);
                    break;
                case OutgoingKind.HalfFrame:
                    await stream.WriteAsync(item.Bytes, cancellationToken);
                    await stream.FlushAsync(cancellationToken);
                    return false;
                case OutgoingKind.Close:
                    await socket.CloseOutputAsync((WebSocketCloseStatus)item.CloseCode, item.Reason, cancellationToken)
                        ;
                    return true;
            }
        }

        return false;
    }

    public void Dispose() => _zlib?.Dispose();

    private ValueTask SendAsync(
        ReadOnlyMemory<byte> message, WebSocketMessageType type, CancellationToken cancellationToken) =>
        socket.SendAsync(message, type, endOfMessage: true, cancellationToken);
}
