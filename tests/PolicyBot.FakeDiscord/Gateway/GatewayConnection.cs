using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>A websocket connection: reads what the client sends, and writes what is queued.</summary>
internal sealed class GatewayConnection : IEventSink, IDisposable
{
    private const int LongestPayload = 4096;
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(5);

    private readonly IHttpRequestLifetimeFeature _lifetime;
    private readonly WebSocket _socket;
    private readonly SilenceableStream _stream;
    private readonly GatewayState _state;
    private readonly ConnectionWriter _writer;
    private readonly ClientPayloadHandler _payloads;
    private readonly SendLimit _sends;
    private readonly ITimer _timeout;
    private readonly CancellationTokenSource _ending;
    private volatile GatewaySession? _session;
    private int _lastShard = -1;
    private int _serverCloseCode;

    public GatewayConnection(
        HttpContext context, WebSocket socket, SilenceableStream stream, bool compresses, GatewayState state,
        CancellationToken stopping)
    {
        _lifetime = context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        _socket = socket;
        _stream = stream;
        _state = state;
        _writer = new ConnectionWriter(socket, stream, compresses);
        _payloads = new ClientPayloadHandler(this, state);
        _sends = new SendLimit(state.Options.TimeProvider);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _timeout = state.Options.TimeProvider.CreateTimer(
            static self => ((GatewayConnection)self!).OnTimeout(), this, Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>The shard that identified here, or -1.</summary>
    public int Shard => Volatile.Read(ref _lastShard);

    public GatewaySession? Session => _session;

    public async Task RunAsync(int? refusedWith, string reason)
    {
        if (_state.Faults.StaysSilent)
            Silence();
        else if (refusedWith is { } code)
            Close(code, reason);
        else
            Send(Payloads.Hello(_state.Options.HeartbeatInterval));
        if (refusedWith is null)
            OnHeartbeat();

        var writing = WriteAsync();
        var closeCode = await ReadAsync();
        await _timeout.DisposeAsync();
        Leave(closeCode);
        _state.Connections.Remove(this);
        _state.Log.Add(new DisconnectedRecord(_state.Options.TimeProvider.GetUtcNow(), Shard, closeCode)
        {
            ServerCloseCode = Volatile.Read(ref _serverCloseCode) is var own and not 0 ? own : null,
        });

        if (_stream.IsSilent)
            await DrainAsync();
        else if (closeCode is { } answered)
            _writer.Enqueue(new OutgoingItem(OutgoingKind.Close, CloseCode: IsSendable(answered) ? answered : 1000));
        else
            await _ending.CancelAsync();
        _writer.Complete();
        await writing;
    }

    public void Send(byte[] payload) => _writer.Enqueue(new OutgoingItem(OutgoingKind.Payload, payload));

    public void SendRaw(byte[] message) => _writer.Enqueue(new OutgoingItem(OutgoingKind.RawMessage, message));

    public void Send(Burst burst) => _writer.Enqueue(new OutgoingItem(OutgoingKind.Burst, Burst: burst));

    public void SessionMoved()
    {
        _session = null;
        Abort();
    }

    public void Begin(GatewaySession started)
    {
        _session = started;
        Volatile.Write(ref _lastShard, started.Shard);
    }

    /// <summary>Detaches the session; the client has to resume it here or elsewhere.</summary>
    public void Release()
    {
        _session?.Detach(this);
        _session = null;
    }

    /// <summary>Ends the session; the client has to identify again.</summary>
    public void Forget()
    {
        if (_session is { } over)
            _state.Sessions.End(over);
        _session = null;
    }

    public void OnHeartbeat() => SetTimeout(_state.Options.HeartbeatInterval * 1.5);

    public void Silence() => _stream.Silence();

    public void Close(int code, string reason)
    {
        if (_session is { } open)
        {
            open.Detach(this);
            if (CloseCodes.EndsSession(code))
                _state.Sessions.End(open);
        }

        Interlocked.CompareExchange(ref _serverCloseCode, code, 0);
        SetTimeout(CloseGrace);
        _writer.Enqueue(new OutgoingItem(OutgoingKind.Close, CloseCode: code, Reason: reason));
        _writer.Complete();
    }

    /// <summary>Ends the connection in the middle of a frame: announces 512 bytes and sends 16.</summary>
    public void SendHalfFrame()
    {
        _session?.Detach(this);
        _writer.Enqueue(new OutgoingItem(OutgoingKind.HalfFrame, [0x82, 126, 2, 0, .. new byte[16]]));
        _writer.Complete();
    }

    public void Abort()
    {
        _session?.Detach(this);
        _lifetime.Abort();
        _writer.Complete();
    }

    public void Dispose()
    {
        _timeout.Dispose();
        _writer.Dispose();
        _ending.Dispose();
    }

    private void SetTimeout(TimeSpan span) => _timeout.Change(span, Timeout.InfiniteTimeSpan);

    private static bool IsSendable(int code) => code is 1000 or 1001 or (>= 3000 and < 5000);

    /// <summary>No heartbeat was received, or no reply to a close.</summary>
    private void OnTimeout()
    {
        if (_stream.IsSilent)
            return;
        if (Volatile.Read(ref _serverCloseCode) != 0)
            Abort();
        else
            Close(CloseCodes.SessionTimedOut, "Session timed out");
    }

    private async Task WriteAsync()
    {
        try
        {
            if (!await _writer.RunAsync(_ending.Token))
                await _ending.CancelAsync();
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // The client disconnected during a write; the reader notices, and a resume replays what was lost.
        }
    }

    private async Task<int?> ReadAsync()
    {
        var buffer = new byte[LongestPayload + 1];
        var length = 0;
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(length), _ending.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                    return (int?)_socket.CloseStatus;
                length += received.Count;
                if (length > LongestPayload)
                {
                    if (Volatile.Read(ref _serverCloseCode) == 0 && !_stream.IsSilent)
                        Close(CloseCodes.DecodeError, "Payload too long");
                    length = 0;
                }

                if (!received.EndOfMessage)
                    continue;
                if (!_stream.IsSilent && Volatile.Read(ref _serverCloseCode) == 0)
                    Handle(buffer.AsMemory(0, length));
                length = 0;
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            return null;
        }
    }

    private void Handle(ReadOnlyMemory<byte> message)
    {
        if (!_sends.TryCount())
        {
            Close(CloseCodes.RateLimited, "You are being rate limited.");
            return;
        }

        try
        {
            using var document = StrictJson.Parse(message);
            _payloads.Handle(document.RootElement);
        }
        catch (JsonException)
        {
            Close(CloseCodes.DecodeError, "Error while decoding payload.");
        }
    }

    private void Leave(int? closeCode)
    {
        if (_session is not { } left)
            return;
        left.Detach(this);
        if (closeCode is 1000 or 1001 && Volatile.Read(ref _serverCloseCode) == 0)
            _state.Sessions.End(left);
    }

    /// <summary>
    /// A frozen server doesn't notice that the client has closed: the socket stays open until the client disconnects.
    /// </summary>
    private async Task DrainAsync()
    {
        var scratch = new byte[1024];
        try
        {
            while (await _stream.ReadAsync(scratch, _ending.Token) > 0)
            {
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // That is the expected end.
        }

        await _ending.CancelAsync();
    }

    private static bool IsGone(Exception exception) =>
        exception is OperationCanceledException or WebSocketException or IOException or InvalidOperationException;
}
