using System.Text;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Gateway.Events;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>
/// A shard: keeps a connection to the gateway and passes on its events, in order and each one once. After a lost
/// connection it resumes the session if possible, so that Discord sends the missed events.
/// </summary>
/// <param name="number">The shard's number, from 0.</param>
/// <param name="count">The number of shards.</param>
/// <param name="context">What the shards share.</param>
internal sealed partial class Shard(int number, int count, ShardContext context)
{
    private const int MinResumeAttempts = 3;

    private static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SessionTimeout = TimeSpan.FromSeconds(30);

    // How long a connection must have lasted for the next to follow without a longer delay. Discord limits the new
    // sessions of a day, but not how often one is resumed.
    private static readonly TimeSpan StableForNewSession = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StableForResume = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ResumeWindow = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = context.Time;
    private readonly ILogger _logger = context.Logger;
    private readonly Backoff _backoff = new(context.Random);
    private ShardSession? _session;
    private volatile bool _isReady;
    private int _resumeAttempts;
    private long _readyAt;
    private long _lostAt;

    /// <summary>Connects, and reconnects as often as necessary, until it is stopped.</summary>
    /// <param name="stopping">Stops passing on events and reconnecting.</param>
    /// <param name="closing">Closes the connection.</param>
    /// <exception cref="ConnectionRefusedException">Discord refused the connection for good.</exception>
    public async Task RunAsync(CancellationToken stopping, CancellationToken closing)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var disconnect = await ConnectOnceAsync(stopping, closing);
                context.Status.MarkDisconnected(number);
                if (stopping.IsCancellationRequested) break;
                var uptime = _isReady ? _time.GetElapsedTime(_readyAt) : TimeSpan.Zero;
                var shouldResume = ShouldResume();
                if (!disconnect.CanResume || !shouldResume) _session = null;
                // A connection that is lost again and again right after it starts isn't a success.
                var isStable = uptime >= (_session is null ? StableForNewSession : StableForResume);
                if (isStable || disconnect.EndsOutage) _backoff.Reset();
                var delay = _backoff.NextDelay();
                if (disconnect.MinDelay > delay || disconnect.EndsOutage) delay = disconnect.MinDelay ?? delay;
                Log.Lost(_logger, number, count, disconnect.Reason, delay.TotalSeconds);
                await Task.Delay(delay, _time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped while it was waiting or connecting.
        }

        Log.Closed(_logger, number, count);
    }

    // Discord keeps a session for a few minutes. After that, or if its address is gone, resuming always fails.
    private bool ShouldResume()
    {
        if (_isReady) (_resumeAttempts, _lostAt, _isReady) = (0, _time.GetTimestamp(), false);
        return ++_resumeAttempts <= MinResumeAttempts || _time.GetElapsedTime(_lostAt) < ResumeWindow;
    }

    private async Task<DisconnectInfo> ConnectOnceAsync(CancellationToken stopping, CancellationToken closing)
    {
        try
        {
            var address = _session?.ResumeUrl ?? await context.SessionStarts.WaitForStartAsync(stopping);
            using var socket = await GatewaySocket.ConnectAsync(address, _time, stopping);
            return await ServeAsync(socket, stopping, closing);
        }
        catch (Exception e) when (e is not ConnectionRefusedException
            && !(e is OperationCanceledException && stopping.IsCancellationRequested))
        {
            // The boundary of one connection: after any other error, a new one may work.
            var cause = e is TimeoutException ? e : e.InnerException ?? e;
            return new DisconnectInfo(CanResume: true, cause.Message.TrimEnd('.'));
        }
    }

    private async Task<DisconnectInfo> ServeAsync(
        GatewaySocket socket, CancellationToken stopping, CancellationToken closing)
    {
        using var lifetime = new CancellationTokenSource();
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(closing, lifetime.Token);
        var interval = await ReceiveHelloAsync(socket, stopping);
        var heartbeats = new HeartbeatSender(socket, interval, () => _session?.Sequence, _time);
        var beating = heartbeats.RunAsync(context.Random.NextDoubleLocked(), lifetime.Token);
        List<Task> tasks = [beating];
        try
        {
            var receiving = ReceiveAsync(socket, heartbeats, stopping, lifetime.Token);
            var closeRequest = Task.Delay(Timeout.InfiniteTimeSpan, _time, closed.Token);
            tasks.AddRange([receiving, closeRequest, StartSessionAsync(socket, stopping, lifetime.Token)]);
            var first = await Task.WhenAny(tasks);
            if (first == receiving) return await receiving;
            await socket.CloseAsync(first == closeRequest ? CloseCodes.Normal : CloseCodes.Reconnecting);
            if (first == closeRequest) return new DisconnectInfo(CanResume: false, "the bot stopped");
            await first;
            var reason = first == beating ? "a heartbeat was not acknowledged" : "the session did not start in time";
            return new DisconnectInfo(CanResume: true, reason);
        }
        finally
        {
            await lifetime.CancelAsync();
            await ((Task)Task.WhenAll(tasks)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> ReceiveHelloAsync(GatewaySocket socket, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(HelloTimeout, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        try
        {
            if (await socket.ReceiveAsync(linked.Token) is not { } payload)
                throw new IOException(CloseCodes.CreateDisconnectInfo(socket.CloseCode, socket.CloseReason).Reason);
            var hello = GatewayPayload.Parse(payload);
            if (hello.Opcode != GatewayOpcode.Hello)
                throw new InvalidDataException("The gateway's first payload is not HELLO.");
            return HelloReader.ReadInterval(hello.Data.Span);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            throw new TimeoutException("The gateway did not send HELLO in time.");
        }
    }

    // Starts or resumes a session. Completes only if Discord doesn't confirm that in time.
    private async Task StartSessionAsync(GatewaySocket socket, CancellationToken stopping, CancellationToken lifetime)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stopping, lifetime);
        if (_session is { } session)
        {
            var resume = GatewayCommands.Resume(context.Token, session.Id, session.Sequence);
            await socket.SendAsync(resume, linked.Token);
        }
        else
        {
            await context.Identifies.WaitAsync(number, linked.Token);
            await socket.SendAsync(GatewayCommands.Identify(context.Token, number, count), linked.Token);
        }

        await Task.Delay(SessionTimeout, _time, lifetime);
        if (_isReady) await Task.Delay(Timeout.InfiniteTimeSpan, _time, lifetime);
    }

    private async Task<DisconnectInfo> ReceiveAsync(
        GatewaySocket socket, HeartbeatSender heartbeats, CancellationToken stopping, CancellationToken lifetime)
    {
        while (await socket.ReceiveAsync(lifetime) is { } bytes)
        {
            var payload = GatewayPayload.Parse(bytes);
            switch (payload.Opcode)
            {
                case GatewayOpcode.Dispatch:
                    Dispatch(payload, stopping.IsCancellationRequested);
                    break;
                case GatewayOpcode.Heartbeat:
                    await heartbeats.SendAsync(lifetime);
                    break;
                case GatewayOpcode.HeartbeatAck:
                    heartbeats.Acknowledge();
                    break;
                case GatewayOpcode.Reconnect:
                    await socket.CloseAsync(CloseCodes.Reconnecting);
                    return new DisconnectInfo(CanResume: true, "Discord asked for a new connection");
                case GatewayOpcode.InvalidSession:
                    await socket.CloseAsync(CloseCodes.Reconnecting);
                    return HandleInvalidSession(payload);
            }
        }

        return CloseCodes.CreateDisconnectInfo(socket.CloseCode, socket.CloseReason);
    }

    // Discord wants the client to wait 1 to 5 s before it identifies again. If it refuses to resume a session, it is
    // there again; if it refuses a new one over and over, the delays must grow.
    private DisconnectInfo HandleInvalidSession(GatewayPayload payload) => payload.Data.Span.StartsWith("true"u8)
        ? new DisconnectInfo(CanResume: true, "Discord asked to resume the session")
        : new DisconnectInfo(
            CanResume: false,
            "Discord ended the session",
            TimeSpan.FromSeconds(1 + (4 * context.Random.NextDoubleLocked())))
        {
            EndsOutage = _session is not null && !_isReady,
        };

    private void Dispatch(GatewayPayload payload, bool isStopping)
    {
        if (payload.Event == GatewayEventType.Ready)
        {
            HandleReady(EventReader.ReadReady(payload.Data.Span), payload.Sequence ?? 0);
            return;
        }

        if (_session is not { } session || payload.Sequence is not { } sequence) return;
        // Discord may send an event again that was received before.
        if (sequence <= session.Sequence && payload.Event != GatewayEventType.Resumed) return;
        session.Sequence = Math.Max(session.Sequence, sequence);
        if (payload.Event == GatewayEventType.Resumed) HandleResumed();
        else if (!isStopping) PassOn(payload, session);
    }

    private void HandleReady(ReadyPayload ready, int sequence)
    {
        var botId = Encoding.ASCII.GetBytes(Snowflake.Format(ready.User.Id));
        _session = new ShardSession(ready.SessionId, ready.ResumeGatewayUrl, botId) { Sequence = sequence };
        MarkReady();
        Log.Ready(_logger, ready.User.Username ?? "?", number, count);
        context.Events.OnReady(new BotIdentity(ready.Application.Id, ready.User.Id, ready.User.Username ?? ""));
    }

    private void HandleResumed()
    {
        MarkReady();
        Log.Resumed(_logger, number, count);
    }

    private void MarkReady()
    {
        _readyAt = _time.GetTimestamp();
        _isReady = true;
        context.Status.MarkConnected(number);
    }

    private void PassOn(GatewayPayload payload, ShardSession session)
    {
        var data = payload.Data.Span;
        try
        {
            switch (payload.Event)
            {
                case GatewayEventType.InteractionCreate:
                    var receivedAt = _time.GetTimestamp();
                    if (EventReader.ReadInteraction(data, receivedAt, context.CreateResponder) is { } interaction)
                        context.Events.OnInteraction(interaction);
                    break;
                case GatewayEventType.CommandPermissionsUpdate:
                    context.Events.OnCommandOverwritesChanged(EventReader.ReadCommandPermissionsUpdate(data));
                    break;
                case GatewayEventType.MessageCreate:
                    if (EventReader.ReadMessage(data, session.BotId) is { } message)
                        context.Events.OnMessage(message);
                    break;
            }
        }
        catch (Exception e)
        {
            // The boundary of one event: after reconnecting, Discord would only send it again.
            Log.InvalidEvent(_logger, payload.Event, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Information, "Connected to Discord as {Name} (shard {Shard} of {Shards}).")]
        public static partial void Ready(ILogger logger, string name, int shard, int shards);

        [LoggerMessage(1002, LogLevel.Information, "Session resumed (shard {Shard} of {Shards}).")]
        public static partial void Resumed(ILogger logger, int shard, int shards);

        [LoggerMessage(
            1003,
            LogLevel.Warning,
            "Connection lost (shard {Shard} of {Shards}): {Reason}. Reconnecting in {Seconds:0.0} s.")]
        public static partial void Lost(ILogger logger, int shard, int shards, string reason, double seconds);

        [LoggerMessage(1006, LogLevel.Warning, "Skipped an event that could not be read ({Event}).")]
        public static partial void InvalidEvent(ILogger logger, GatewayEventType @event, Exception exception);

        [LoggerMessage(1007, LogLevel.Information, "Disconnected from Discord (shard {Shard} of {Shards}).")]
        public static partial void Closed(ILogger logger, int shard, int shards);
    }
}
