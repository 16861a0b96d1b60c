namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>The latest events of a session, kept for a resume.</summary>
internal sealed class ReplayBuffer(int capacity)
{
    private readonly Queue<(int Sequence, byte[] Payload)> _events = new();

    /// <summary>The highest sequence number that was dropped.</summary>
    public int ForgottenUpTo { get; private set; }

    public void Add(int sequence, byte[] payload)
    {
        _events.Enqueue((sequence, payload));
        if (_events.Count > capacity)
            ForgottenUpTo = _events.Dequeue().Sequence;
    }

    public IReadOnlyList<byte[]> After(int sequence) =>
        [.. _events.Where(item => item.Sequence > sequence).Select(item => item.Payload)];
}
