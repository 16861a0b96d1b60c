namespace PolicyBot.Discord.Testing.World;

/// <summary>The ids of a channel's messages, rising, and the nonces of the past few minutes. The world's lock guards it.</summary>
internal sealed class ChannelHistory
{
    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(5);

    private readonly List<ulong> ids = [];
    private readonly Dictionary<(ulong Author, string Nonce), StoredMessage> nonces = [];
    private readonly Queue<StoredMessage> nonceOrder = [];

    public IReadOnlyList<ulong> Ids => ids;

    public void Add(ulong id) => ids.Add(id);

    public void Remove(ulong id)
    {
        var index = ids.BinarySearch(id);
        if (index >= 0)
            ids.RemoveAt(index);
    }

    public StoredMessage? FindByNonce(ulong author, string nonce, DateTimeOffset now)
    {
        while (nonceOrder.TryPeek(out var oldest) && now - oldest.Timestamp >= NonceLife)
        {
            nonceOrder.Dequeue();
            nonces.Remove((oldest.Author.Id, oldest.Nonce!));
        }

        return nonces.GetValueOrDefault((author, nonce));
    }

    public void Remember(StoredMessage message)
    {
        if (nonces.TryAdd((message.Author.Id, message.Nonce!), message))
            nonceOrder.Enqueue(message);
    }
}
