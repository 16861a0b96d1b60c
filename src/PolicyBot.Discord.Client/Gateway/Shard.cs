using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Gateway.Events;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>
/// One shard: holds a connection to the gateway, hands its events over in order and each once, and when the connection ends, goes on with the
/// session where it can, so that Discord sends again what was missed.
/// </summary>
internal sealed class Shard(int number, int count, ShardContext surroundings)
{
    private const int MinResumeTries = 3;

    private static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SessionTimeout = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan StableAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ResumeWindow = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = surroundings.Time;
    private readonly ILogger _logger = surroundings.Logger;
    private readonly Backoff _backoff = new(surroundings.Random);
    private ShardSession? _session;
    private volatile bool _isLive;
    private int _resumeTries;
    private long _liveSince;
    private long _lostAt;

    /// <summary>Serves until told to stop.</summary>
    /// <param name="stopping">From then on, events are passed over and no new connection is made.</param>
    /// <param name="closing">From then on, the connection is closed.</param>
    /// <exception cref="ConnectionRefusedException">Discord will never let it in.</exception>
    public async Task RunAsync(CancellationToken stopping, CancellationToken closing)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var end = await ServeOnceAsync(stopping, closing);
                if (stopping.IsCancellationRequested) break;
                // One that breaks off again and again right after it began is no success.
                if (_isLive && _time.GetElapsedTime(_liveSince) >= StableAfter) _backoff.Reset();
                var isWorthResuming = IsWorthResuming();
                if (!end.CanResume || !isWorthResuming) _session = null;
                var wait = _backoff.NextDelay();
                if (end.Wait > wait) wait = end.Wait.Value;
                GatewayLog.Lost(_logger, number, count, end.Reason, wait.TotalSeconds);
                await Task.Delay(wait, _time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while it waited or connected.
        }

        GatewayLog.Closed(_logger, number, count);
    }

    // Discord keeps a session for some minutes. One that could not be taken up by then, or whose address is no longer there, is given up.
    private bool IsWorthResuming()
    {
        if (_isLive) (_resumeTries, _lostAt, _isLive) = (0, _time.GetTimestamp(), false);
        return ++_resumeTries <= MinResumeTries || _time.GetElapsedTime(_lostAt) < ResumeWindow;
    }

    private async Task<DisconnectInfo> ServeOnceAsync(CancellationToken stopping, CancellationToken closing)
    {
        try
        {
            var address = _session?.ResumeUrl ?? await surroundings.SessionStarts.WaitForStartAsync(stopping);
            using var socket = await GatewaySocket.ConnectAsync(address, _time, stopping);
            return await ServeAsync(socket, stopping, closing);
        }
        catch (Exception e) when (e is not ConnectionRefusedException && !(e is OperationCanceledException && stopping.IsCancellationRequested))
        {
            // The boundary of one connection: whatever came over it, another one may do better.
            var reason = e is TimeoutException ? e : e.InnerException ?? e;
            return new DisconnectInfo(CanResume: true, reason.Message.TrimEnd('.'));
        }
    }

    private async Task<DisconnectInfo> ServeAsync(GatewaySocket socket, CancellationToken stopping, CancellationToken closing)
    {
        using var life = new CancellationTokenSource();
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(closing, life.Token);
        var interval = await HelloAsync(socket, stopping);
        var heart = new HeartbeatSender(socket, interval, () => _session?.Sequence, _time);
        List<Task> work = [heart.RunAsync(surroundings.NextDouble(), life.Token)];
        try
        {
            var reading = ReadAsync(socket, heart, stopping, life.Token);
            var close = Task.Delay(Timeout.InfiniteTimeSpan, _time, closed.Token);
            work.AddRange([reading, close, BeginAsync(socket, stopping, life.Token)]);
            var first = await Task.WhenAny(work);
            if (first == reading) return await reading;
            await socket.CloseAsync(first == close ? CloseCodes.Normal : CloseCodes.Reconnecting);
            if (first == close) return new DisconnectInfo(CanResume: false, "stopped");
            await first;
            return new DisconnectInfo(CanResume: true, first == work[0] ? "a heartbeat was not answered" : "the session did not begin in time");
        }
        finally
        {
            await life.CancelAsync();
            await ((Task)Task.WhenAll(work)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> HelloAsync(GatewaySocket socket, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(HelloTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        try
        {
            var payload = await socket.ReceiveAsync(either.Token);
            if (payload is null) throw new IOException(CloseCodes.CreateDisconnectInfo(socket.CloseCode, socket.CloseReason).Reason);
            var hello = GatewayPayload.Read(payload.Value);
            if (hello.Op != GatewayOpcode.Hello) throw new InvalidDataException("The gateway did not begin with a hello.");
            return HelloReader.ReadInterval(hello.Data.Span);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            throw new TimeoutException("The gateway did not say hello in time.");
        }
    }

    // Begins a session or goes on with one, and completes only where Discord does not follow in time.
    private async Task BeginAsync(GatewaySocket socket, CancellationToken stopping, CancellationToken life)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, life);
        if (_session is { } known)
        {
            await socket.SendAsync(GatewayCommands.Resume(surroundings.Token, known.Id, known.Sequence), either.Token);
        }
        else
        {
            await surroundings.SessionStarts.WaitForTurnAsync(number, either.Token);
            await socket.SendAsync(GatewayCommands.Identify(surroundings.Token, number, count), either.Token);
        }

        await Task.Delay(SessionTimeout, _time, life);
        if (_isLive) await Task.Delay(Timeout.InfiniteTimeSpan, _time, life);
    }

    private async Task<DisconnectInfo> ReadAsync(GatewaySocket socket, HeartbeatSender heart, CancellationToken stopping, CancellationToken life)
    {
        while (await socket.ReceiveAsync(life) is { } payload)
        {
            var frame = GatewayPayload.Read(payload);
            switch (frame.Op)
            {
                case GatewayOpcode.Dispatch:
                    Dispatch(frame, stopping.IsCancellationRequested);
                    break;
                case GatewayOpcode.Heartbeat:
                    await heart.SendAsync(life);
                    break;
                case GatewayOpcode.HeartbeatAck:
                    heart.Acknowledge();
                    break;
                case GatewayOpcode.Reconnect:
                    await socket.CloseAsync(CloseCodes.Reconnecting);
                    return new DisconnectInfo(CanResume: true, "Discord asked for a new connection");
                case GatewayOpcode.InvalidSession:
                    await socket.CloseAsync(CloseCodes.Reconnecting);
                    return InvalidSession(frame);
            }
        }

        return CloseCodes.CreateDisconnectInfo(socket.CloseCode, socket.CloseReason);
    }

    // Discord wants 1 to 5 s to pass before the next identify.
    private DisconnectInfo InvalidSession(GatewayPayload frame) => frame.Data.Span.StartsWith("true"u8)
        ? new DisconnectInfo(CanResume: true, "Discord wants the session resumed")
        : new DisconnectInfo(CanResume: false, "Discord ended the session", TimeSpan.FromSeconds(1 + (4 * surroundings.NextDouble())));

    private void Dispatch(GatewayPayload frame, bool isStopping)
    {
        if (frame.Event == GatewayEventType.Ready)
        {
            Begin(EventReader.ReadReady(frame.Data.Span), frame.Sequence ?? 0);
            return;
        }

        if (_session is not { } current || frame.Sequence is not { } sequence) return;
        // Sent again although it was read before.
        if (sequence <= current.Sequence && frame.Event != GatewayEventType.Resumed) return;
        current.Sequence = Math.Max(current.Sequence, sequence);
        if (frame.Event == GatewayEventType.Resumed) Resumed();
        else if (!isStopping) HandOver(frame, current);
    }

    private void Begin(ReadyPayload ready, int sequence)
    {
        var user = Encoding.ASCII.GetBytes(ready.User.Id.ToString(CultureInfo.InvariantCulture));
        _session = new ShardSession(ready.SessionId, ready.ResumeGatewayUrl, user) { Sequence = sequence };
        Live();
        GatewayLog.Ready(_logger, ready.User.Username ?? "?", number, count);
        surroundings.Events.OnReady(new BotIdentity(ready.Application.Id, ready.User.Id, ready.User.Username ?? ""));
    }

    private void Resumed()
    {
        Live();
        GatewayLog.Resumed(_logger, number, count);
    }

    private void Live()
    {
        _liveSince = _time.GetTimestamp();
        _isLive = true;
    }

    private void HandOver(GatewayPayload frame, ShardSession current)
    {
        try
        {
            switch (frame.Event)
            {
                case GatewayEventType.InteractionCreate:
                    if (EventReader.ReadInteraction(frame.Data.Span, _time.GetTimestamp(), surroundings.CreateResponder) is { } interaction) surroundings.Events.OnInteraction(interaction);
                    break;
                case GatewayEventType.MessageCreate:
                    if (EventReader.ReadMessage(frame.Data.Span, current.User) is { } message) surroundings.Events.OnMessage(message);
                    break;
            }
        }
        catch (Exception e)
        {
            // The boundary of one event: it is no reason to lose the connection, with which it would only be sent again.
            GatewayLog.UnreadableEvent(_logger, frame.Event, e);
        }
    }
}
