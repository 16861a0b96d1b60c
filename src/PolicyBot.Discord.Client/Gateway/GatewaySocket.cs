using System.Net.WebSockets;
using PolicyBot.Discord.Client.RateLimits;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>One connection to the gateway: whole payloads in, payloads out. One reader; any number of writers.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private const int MaxMessage = 1 << 24;

    // Discord closes a connection that sends more than 120 in 60 s.
    private const int MaxSends = 115;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly ZlibStreamDecompressor _inflater = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SlidingWindow _sends;
    private readonly TimeProvider _time;
    private byte[] _buffer = new byte[1 << 14];

    private GatewaySocket(TimeProvider time)
    {
        _time = time;
        _sends = new SlidingWindow(MaxSends, TimeSpan.FromSeconds(60), time);
        // The gateway's own heartbeats keep the connection alive.
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
    }

    /// <summary>With which code Discord closed it, or null where it did not.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>What Discord said when it closed it.</summary>
    public string? CloseReason => _socket.CloseStatusDescription;

    /// <summary>Connects.</summary>
    /// <param name="gateway">The gateway's address.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WebSocketException">It could not.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static async Task<GatewaySocket> ConnectAsync(Uri gateway, TimeProvider time, CancellationToken cancellationToken)
    {
        var connection = new GatewaySocket(time);
        using var timeout = new CancellationTokenSource(ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await connection._socket.ConnectAsync(new UriBuilder(gateway) { Query = "v=10&encoding=json&compress=zlib-stream" }.Uri, either.Token);
            return connection;
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested) throw new TimeoutException("The gateway did not let the bot connect in time.", e);
            throw;
        }
    }

    /// <summary>The next payload, whose bytes hold until the next call; null where Discord closed the connection.</summary>
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
            if (_inflater.Decompress(message) is { } payload) return payload;
            length = 0;
        }
    }

    /// <summary>Sends a payload of at most 4096 bytes, within Discord's limit.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await _sends.AcquireAsync(TimeSpan.MaxValue, cancellationToken);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Tells Discord that the connection ends, if it still listens. 1000 and 1001 end the session as well.</summary>
    public async Task CloseAsync(int code)
    {
        if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
        using var timeout = new CancellationTokenSource(CloseTimeout, _time);
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", timeout.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // It was lost already.
        }
    }

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
        _inflater.Dispose();
        _writing.Dispose();
    }

    private void Grow()
    {
        if (_buffer.Length >= MaxMessage) throw new InvalidDataException("A message is larger than any that Discord sends.");
        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
