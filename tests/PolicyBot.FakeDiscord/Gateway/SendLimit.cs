namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>A client may send 120 payloads in any 60 seconds.</summary>
internal sealed class SendLimit(TimeProvider time)
{
    private const int Limit = 120;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Queue<long> _sent = new();

    public bool TryCount()
    {
        while (_sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
            _sent.Dequeue();
        _sent.Enqueue(time.GetTimestamp());
        return _sent.Count <= Limit;
    }
}
