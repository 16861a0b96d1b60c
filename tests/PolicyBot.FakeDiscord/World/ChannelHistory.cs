namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// The ids of a channel's messages, ascending, and the nonces of the past few minutes. Guarded by the lock of the
/// world.
/// </summary>
internal sealed class ChannelHistory
{
    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(5);

    private readonly List<ulong> _ids = [];
    private readonly Dictionary<(ulong Author, string Nonce), StoredMessage> _nonces = [];
    private readonly Queue<StoredMessage> _nonceOrder = [];

    public IReadOnlyList<ulong> Ids => _ids;

    public void Add(ulong id) => _ids.Add(id);

    public void Remove(ulong id)
    {
        var index = _ids.BinarySearch(id);
        if (index >= 0)
            _ids.RemoveAt(index);
    }

    public StoredMessage? FindByNonce(ulong author, string nonce, DateTimeOffset now)
    {
        while (_nonceOrder.TryPeek(out var oldest) && now - oldest.Timestamp >= NonceLife)
        {
            _nonceOrder.Dequeue();
            _nonces.Remove((oldest.Author.Id, oldest.Nonce!));
        }

        return _nonces.GetValueOrDefault((author, nonce));
    }

    public void Remember(StoredMessage message)
    {
        if (_nonces.TryAdd((message.Author.Id, message.Nonce!), message))
            _nonceOrder.Enqueue(message);
    }
}
