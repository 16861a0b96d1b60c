using System.Net.WebSockets;
using PolicyBot.Discord.Client.RateLimits;
using PolicyBot.Discord.Client.Rest;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>
/// A connection to the gateway that receives and sends whole payloads. One reader, any number of writers.
/// </summary>
internal sealed class GatewaySocket : IDisposable
{
    private const int InitialBufferSize = 1 << 14;
    private const int MaxMessageSize = 1 << 24;

    // Discord closes a connection that sends more than 120 payloads in a minute.
    private const int MaxSends = 115;
    private static readonly TimeSpan SendWindow = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly ZlibStreamDecompressor _decompressor = new();
    private readonly SemaphoreSlim _sendLock = new(1, 1);
    private readonly SlidingWindow _sendLimit;
    private readonly TimeProvider _time;
    private byte[] _buffer = new byte[InitialBufferSize];

    private GatewaySocket(TimeProvider time)
    {
        _time = time;
        _sendLimit = new SlidingWindow(MaxSends, SendWindow, time);
        // The gateway has its own heartbeats.
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        _socket.Options.SetRequestHeader("User-Agent", UserAgent.Text);
    }

    /// <summary>The close code that Discord sent, or null.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>The reason that Discord sent with the close code, or null.</summary>
    public string? CloseReason => _socket.CloseStatusDescription;

    /// <summary>Connects to the gateway.</summary>
    /// <param name="gateway">The gateway's address.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <exception cref="WebSocketException">It couldn't connect.</exception>
    /// <exception cref="TimeoutException">Connecting took more than ten seconds.</exception>
    public static async Task<GatewaySocket> ConnectAsync(
        Uri gateway, TimeProvider time, CancellationToken cancellationToken)
    {
        var connection = new GatewaySocket(time);
        using var timeout = new CancellationTokenSource(ConnectTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var address = new UriBuilder(gateway) { Query = "v=10&encoding=json&compress=zlib-stream" }.Uri;
            await connection._socket.ConnectAsync(address, linked.Token);
            return connection;
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new TimeoutException("Connecting to the gateway took too long.", e);
            throw;
        }
    }

    /// <summary>
    /// Receives the next payload, whose bytes are valid until the next call. Returns null if Discord closed the
    /// connection.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length) Grow();
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close) return null;
            length += received.Count;
            if (!received.EndOfMessage) continue;
            var message = _buffer.AsMemory(0, length);
            if (received.MessageType == WebSocketMessageType.Text) return message;
            if (_decompressor.Decompress(message) is { } payload) return payload;
            length = 0;
        }
    }

    /// <summary>Sends a payload of at most 4096 bytes, within Discord's rate limit.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await _sendLimit.AcquireAsync(TimeSpan.MaxValue, cancellationToken);
        await _sendLock.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sendLock.Release();
        }
    }

    /// <summary>Sends a close code if the connection is still open. 1000 and 1001 also end the session.</summary>
    public async Task CloseAsync(int code)
    {
        if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
        using var timeout = new CancellationTokenSource(CloseTimeout, _time);
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", timeout.Token);
        }
        catch (Exception e) when (
            e is WebSocketException
                or OperationCanceledException
                or ObjectDisposedException
                or InvalidOperationException)
        {
            // The connection is already lost.
        }
    }

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
        _decompressor.Dispose();
        _sendLock.Dispose();
    }

    private void Grow()
    {
        if (_buffer.Length >= MaxMessageSize)
            throw new InvalidDataException("The gateway sent a message that is too large.");
        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
