using System.Text;
using PolicyBot.FakeDiscord.Gateway;

namespace PolicyBot.FakeDiscord;

/// <summary>Faults of gateway connections: at once in open ones (of one shard or all), or in future ones.</summary>
public sealed class GatewayFaults
{
    private static readonly byte[] Garbage = [0xDE, 0xAD, 0xBE, 0xEF, 0x00, 0x11, 0x22, 0x33];
    private static readonly byte[] GarbageJson = "{\"t\":\"MESSAGE_CREATE\",\"s\":,"u8.ToArray();

    private readonly ConnectionRegistry _connections;
    private volatile bool _refusesConnections;
    private volatile bool _refusesResumes;
    private int _repeatsOnResume;
    private volatile bool _staysSilent;
    private volatile bool _forgetsSessions;

    internal GatewayFaults(ConnectionRegistry connections) => _connections = connections;

    /// <summary>Answers 503 to every new connection.</summary>
    public bool RefusesConnections
    {
        get => _refusesConnections;
        set => _refusesConnections = value;
    }

    /// <summary>Answers 503 to new connections that would resume sessions, and only to those.</summary>
    public bool RefusesResumes
    {
        get => _refusesResumes;
        set => _refusesResumes = value;
    }

    /// <summary>How many events that a client has already received are sent again when it resumes.</summary>
    public int RepeatsOnResume
    {
        get => Volatile.Read(ref _repeatsOnResume);
        set => Volatile.Write(ref _repeatsOnResume, value);
    }

    /// <summary>Accepts new connections and never says hello.</summary>
    public bool StaysSilent
    {
        get => _staysSilent;
        set => _staysSilent = value;
    }

    /// <summary>Answers every resume with op 9 false.</summary>
    public bool ForgetsSessions
    {
        get => _forgetsSessions;
        set => _forgetsSessions = value;
    }

    /// <summary>Aborts the TCP connection; the session stays resumable.</summary>
    public void Drop(int? shard = null) => ForEach(shard, connection => connection.Abort());

    /// <summary>Sends and answers nothing more while the socket stays open.</summary>
    public void Freeze(int? shard = null) => ForEach(shard, connection => connection.Silence());

    /// <summary>Asks for a reconnect (op 7).</summary>
    public void Reconnect(int? shard = null) => ForEach(shard, connection => connection.Send(Payloads.Reconnect));

    /// <summary>Reports that the session is invalid (op 9).</summary>
    public void InvalidateSession(bool resumable, int? shard = null) => ForEach(shard, connection =>
    {
        if (resumable)
            connection.Release();
        else
            connection.Forget();
        connection.Send(Payloads.InvalidSession(resumable));
    });

    /// <summary>Closes connections with this code. The session stays resumable unless the code ends it.</summary>
    public void Close(int code, string reason = "", int? shard = null) =>
        ForEach(shard, connection => connection.Close(code, reason));

    /// <summary>Writes part of a websocket frame and ends the connection.</summary>
    public void SendHalfFrame(int? shard = null) => ForEach(shard, connection => connection.SendHalfFrame());

    /// <summary>Sends a binary message that isn't zlib.</summary>
    public void SendGarbage(int? shard = null) => ForEach(shard, connection => connection.SendRaw(Garbage));

    /// <summary>Sends a correctly compressed message that isn't JSON, or the given JSON.</summary>
    public void SendGarbageJson(int? shard = null, string? json = null) =>
        ForEach(shard, connection => connection.Send(json is null ? GarbageJson : Encoding.UTF8.GetBytes(json)));

    /// <summary>Asks for a heartbeat at once (op 1).</summary>
    public void RequestHeartbeat(int? shard = null) =>
        ForEach(shard, connection => connection.Send(Payloads.HeartbeatRequest));

    private void ForEach(int? shard, Action<GatewayConnection> act)
    {
        foreach (var connection in _connections.List(shard))
            act(connection);
    }
}
