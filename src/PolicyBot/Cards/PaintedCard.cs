namespace PolicyBot.Cards;

/// <summary>A picture that is drawn once, when it is first wanted; who wants it meanwhile waits. Drawing that fails is tried again by the next one.</summary>
internal sealed class PaintedCard
{
    private readonly Lock sync = new();
    private byte[]? png;

    public byte[] Png(Func<byte[]> draw)
    {
        lock (sync) return png ??= draw();
    }
}
