namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>
/// A session of a shard, over several connections: its numbered events, and the connection that receives them now.
/// </summary>
internal sealed class GatewaySession(
    string id, int shard, int shardCount, int intents, int replayedEvents, TimeProvider time)
{
    /// <summary>How long a session without a connection can be resumed.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(3);

    private readonly Lock _gate = new();
    private readonly ReplayBuffer _replay = new(replayedEvents);
    private IEventSink? _sink;
    private long _detachedAt;
    private int _sequence;
    private bool _isStarted;
    private bool _isEnded;

    public string Id => id;

    public int Shard => shard;

    public int ShardCount => shardCount;

    public int Intents => intents;

    public bool IsOver
    {
        get
        {
            lock (_gate)
                return _isEnded || _isStarted && _sink is null && time.GetElapsedTime(_detachedAt) >= Life;
        }
    }

    public bool IsSubscribedTo(ulong? guildId, int intent) =>
        (intent == 0 || (intents & intent) != 0)
        && (guildId is { } guild ? (int)((guild >> 22) % (ulong)shardCount) : 0) == shard;

    /// <summary>Sends READY and the initial events before anything else.</summary>
    public void Start(IEventSink connection, byte[] ready, IReadOnlyList<GatewayEvent> beginning)
    {
        lock (_gate)
        {
            _sink = connection;
            _isStarted = true;
            Append("READY"u8, ready);
            foreach (var first in beginning)
                Append(first.Name, first.DataFor(intents));
        }
    }

    public void Append(GatewayEvent happened)
    {
        lock (_gate)
        {
            if (_isStarted && !_isEnded)
                Append(happened.Name, happened.DataFor(intents));
        }
    }

    /// <summary>Resumes the session on another connection and replays missed events, or returns why not.</summary>
    public ResumeResult Resume(IEventSink connection, int from)
    {
        IEventSink? former;
        int replayed;
        lock (_gate)
        {
            if (_isEnded || _sink is null && time.GetElapsedTime(_detachedAt) >= Life)
                return ResumeResult.Refused("the session is over");
            if (from < _replay.ForgottenUpTo)
                return ResumeResult.Refused($"the events after {from} are no longer kept");
            if (from > _sequence)
                return ResumeResult.Invalid($"the session is at {_sequence} only");
            former = _sink;
            _sink = connection;
            var missed = _replay.After(from);
            foreach (var payload in missed)
                connection.Send(payload);
            replayed = missed.Count;
            connection.Send(Payloads.Dispatch("RESUMED"u8, ++_sequence, """{"_trace":["[\"fake-discord\"]"]}"""u8));
        }

        former?.SessionMoved();
        return ResumeResult.Done(replayed);
    }

    /// <summary>Detaches the closed connection; events are kept for a resume.</summary>
    public void Detach(IEventSink connection)
    {
        lock (_gate)
        {
            if (_sink != connection)
                return;
            _sink = null;
            _detachedAt = time.GetTimestamp();
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _isEnded = true;
            _sink = null;
        }
    }

    /// <summary>Reserves sequence numbers for events that aren't kept for a replay, and returns the first.</summary>
    public int Reserve(int count)
    {
        lock (_gate)
        {
            var first = _sequence + 1;
            _sequence += count;
            return first;
        }
    }

    private void Append(ReadOnlySpan<byte> name, byte[] data)
    {
        var payload = Payloads.Dispatch(name, ++_sequence, data);
        _replay.Add(_sequence, payload);
        _sink?.Send(payload);
    }
}
