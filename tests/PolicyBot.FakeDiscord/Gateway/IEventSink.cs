namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>Receives a session's payloads. Neither member blocks.</summary>
internal interface IEventSink
{
    void Send(byte[] payload);

    /// <summary>Another connection has resumed the session.</summary>
    void SessionMoved();
}
