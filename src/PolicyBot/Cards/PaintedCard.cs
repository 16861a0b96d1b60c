namespace PolicyBot.Cards;

/// <summary>A picture that is drawn once; who wants it meanwhile waits. After a failure the next one tries again.</summary>
internal sealed class PaintedCard
{
    private readonly Lock sync = new();
    private byte[]? png;

    public byte[] Png(Func<byte[]> draw)
    {
        lock (sync) return png ??= draw();
    }
}
