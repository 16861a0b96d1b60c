namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>Where a session's payloads go. Neither member blocks.</summary>
internal interface IEventSink
{
    void Send(byte[] payload);

    /// <summary>Another connection has resumed the session.</summary>
    void SessionMoved();
}
