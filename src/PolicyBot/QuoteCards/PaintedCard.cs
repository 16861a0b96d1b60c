
namespace PolicyBot.QuoteCards;

/// <summary>
/// A picture that is drawn once; who wants it meanwhile waits. After a failure the next one tries again.
/// </summary>
internal sealed class PaintedCard
{
    private readonly Lock _sync = new();
    private byte[]? _png;

    public byte[] Png(Func<byte[]> draw)
    {
        lock (_sync) return _png ??= draw();
    }
}
