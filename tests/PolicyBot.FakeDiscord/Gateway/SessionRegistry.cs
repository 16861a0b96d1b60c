namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>The sessions, and which of them receive an event.</summary>
internal sealed class SessionRegistry
{
    private readonly Lock _gate = new();
    private GatewaySession[] _sessions = [];

    public void Add(GatewaySession session)
    {
        lock (_gate)
            Volatile.Write(ref _sessions, [.. _sessions.Where(other => !other.IsOver), session]);
    }

    public GatewaySession? Find(string id) => Array.Find(Volatile.Read(ref _sessions), session => session.Id == id);

    public void End(GatewaySession session)
    {
        session.End();
        lock (_gate)
            Volatile.Write(ref _sessions, [.. _sessions.Where(other => other != session)]);
    }

    public bool HasSubscriber(ulong? guildId, int intent)
    {
        foreach (var session in Volatile.Read(ref _sessions))
        {
            if (session.IsSubscribedTo(guildId, intent))
                return true;
        }

        return false;
    }

    public void Dispatch(GatewayEvent happened)
    {
        foreach (var session in Volatile.Read(ref _sessions))
        {
            if (session.IsSubscribedTo(happened.GuildId, happened.Intent))
                session.Append(happened);
        }
    }
}
