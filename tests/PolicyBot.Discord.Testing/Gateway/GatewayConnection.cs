using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PolicyBot.Discord.Testing.Json;

namespace PolicyBot.Discord.Testing.Gateway;

/// <summary>One websocket connection: it reads what the client sends, and a writer of its own sends what is queued.</summary>
internal sealed class GatewayConnection : IEventSink, IDisposable
{
    private const int LongestPayload = 4096;
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(5);

    private readonly IHttpRequestLifetimeFeature lifetime;
    private readonly WebSocket socket;
    private readonly SilenceableStream stream;
    private readonly GatewayState state;
    private readonly ConnectionWriter writer;
    private readonly ClientPayloads payloads;
    private readonly SendLimit sends;
    private readonly ITimer patience;
    private readonly CancellationTokenSource ending;
    private volatile GatewaySession? session;
    private int lastShard = -1;
    private int serverCloseCode;

    public GatewayConnection(
        HttpContext context, WebSocket socket, SilenceableStream stream, bool compresses, GatewayState state, CancellationToken stopping)
    {
        lifetime = context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        this.socket = socket;
        this.stream = stream;
        this.state = state;
        writer = new ConnectionWriter(socket, stream, compresses);
        payloads = new ClientPayloads(this, state);
        sends = new SendLimit(state.Options.TimeProvider);
        ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience = state.Options.TimeProvider.CreateTimer(
            static self => ((GatewayConnection)self!).RunOutOfTime(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The shard that identified here, or -1.</summary>
    public int Shard => Volatile.Read(ref lastShard);

    public GatewaySession? Session => session;

    public async Task RunAsync(int? refusedWith, string reason)
    {
        if (state.Faults.StaysSilent)
            Silence();
        else if (refusedWith is { } code)
            Close(code, reason);
        else
            Send(Payloads.Hello(state.Options.HeartbeatInterval));
        if (refusedWith is null)
            NoteHeartbeat();

        var writing = WriteAsync();
        var closeCode = await ReadAsync().ConfigureAwait(false);
        await patience.DisposeAsync().ConfigureAwait(false);
        Leave(closeCode);
        state.Connections.Remove(this);
        state.Log.Add(new DisconnectedRecord(state.Options.TimeProvider.GetUtcNow(), Shard, closeCode)
        {
            ServerCloseCode = Volatile.Read(ref serverCloseCode) is var own and not 0 ? own : null,
        });

        if (stream.IsSilent)
            await DrainAsync().ConfigureAwait(false);
        else if (closeCode is { } answered)
            writer.Enqueue(new Outgoing(OutgoingKind.Close, CloseCode: IsSendable(answered) ? answered : 1000));
        else
            await ending.CancelAsync().ConfigureAwait(false);
        writer.Complete();
        await writing.ConfigureAwait(false);
    }

    public void Send(byte[] payload) => writer.Enqueue(new Outgoing(OutgoingKind.Payload, payload));

    public void SendRaw(byte[] message) => writer.Enqueue(new Outgoing(OutgoingKind.RawMessage, message));

    public void Send(Burst burst) => writer.Enqueue(new Outgoing(OutgoingKind.Burst, Burst: burst));

    public void SessionMoved()
    {
        session = null;
        Abort();
    }

    public void Begin(GatewaySession started)
    {
        session = started;
        Volatile.Write(ref lastShard, started.Shard);
    }

    /// <summary>The session is no longer this connection's; the client has to resume it, here or elsewhere.</summary>
    public void Release()
    {
        session?.Detach(this);
        session = null;
    }

    /// <summary>The session is over; the client has to identify again.</summary>
    public void Forget()
    {
        if (session is { } over)
            state.Sessions.End(over);
        session = null;
    }

    public void NoteHeartbeat() => WaitAtMost(state.Options.HeartbeatInterval * 1.5);

    public void Silence() => stream.Silence();

    public void Close(int code, string reason)
    {
        if (session is { } open)
        {
            open.Detach(this);
            if (CloseCodes.EndsSession(code))
                state.Sessions.End(open);
        }

        Interlocked.CompareExchange(ref serverCloseCode, code, 0);
        WaitAtMost(CloseGrace);
        writer.Enqueue(new Outgoing(OutgoingKind.Close, CloseCode: code, Reason: reason));
        writer.Complete();
    }

    /// <summary>Ends the connection with half a frame: a binary frame that announces 512 bytes and brings 16.</summary>
    public void SendHalfFrame()
    {
        session?.Detach(this);
        writer.Enqueue(new Outgoing(OutgoingKind.HalfFrame, [0x82, 126, 2, 0, .. new byte[16]]));
        writer.Complete();
    }

    public void Abort()
    {
        session?.Detach(this);
        lifetime.Abort();
        writer.Complete();
    }

    public void Dispose()
    {
        patience.Dispose();
        writer.Dispose();
        ending.Dispose();
    }

    private void WaitAtMost(TimeSpan span) => patience.Change(span, Timeout.InfiniteTimeSpan);

    private static bool IsSendable(int code) => code is 1000 or 1001 or (>= 3000 and < 5000);

    /// <summary>No heartbeat came, or no answer to a close.</summary>
    private void RunOutOfTime()
    {
        if (stream.IsSilent)
            return;
        if (Volatile.Read(ref serverCloseCode) != 0)
            Abort();
        else
            Close(CloseCodes.SessionTimedOut, "Session timed out");
    }

    private async Task WriteAsync()
    {
        try
        {
            if (!await writer.RunAsync(ending.Token).ConfigureAwait(false))
                await ending.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // The client went while something was sent to it; the reader notices too, and a resume replays what was lost.
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
                var received = await socket.ReceiveAsync(buffer.AsMemory(length), ending.Token).ConfigureAwait(false);
                if (received.MessageType == WebSocketMessageType.Close)
                    return (int?)socket.CloseStatus;
                length += received.Count;
                if (length > LongestPayload)
                {
                    if (Volatile.Read(ref serverCloseCode) == 0 && !stream.IsSilent)
                        Close(CloseCodes.DecodeError, "Payload too long");
                    length = 0;
                }

                if (!received.EndOfMessage)
                    continue;
                if (!stream.IsSilent && Volatile.Read(ref serverCloseCode) == 0)
                    Take(buffer.AsMemory(0, length));
                length = 0;
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            return null;
        }
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        if (!sends.TryCount())
        {
            Close(CloseCodes.RateLimited, "You are being rate limited.");
            return;
        }

        try
        {
            using var document = StrictJson.Parse(message);
            payloads.Take(document.RootElement);
        }
        catch (JsonException)
        {
            Close(CloseCodes.DecodeError, "Error while decoding payload.");
        }
    }

    private void Leave(int? closeCode)
    {
        if (session is not { } left)
            return;
        left.Detach(this);
        if (closeCode is 1000 or 1001 && Volatile.Read(ref serverCloseCode) == 0)
            state.Sessions.End(left);
    }

    /// <summary>A frozen server does not notice that the client has closed: the socket stays until the client lets it go.</summary>
    private async Task DrainAsync()
    {
        var scratch = new byte[1024];
        try
        {
            while (await stream.ReadAsync(scratch, ending.Token).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // That is what was waited for.
        }

        await ending.CancelAsync().ConfigureAwait(false);
    }

    private static bool IsGone(Exception exception) =>
        exception is OperationCanceledException or WebSocketException or IOException or InvalidOperationException;
}
