
namespace PolicyBot.QuoteCards;

/// <summary>Lines of a card.</summary>
/// <param name="Lines">The lines; may be empty.</param>
/// <param name="Size">The size of the font, in pixels.</param>
/// <param name="LineHeight">From one baseline to the next, in pixels.</param>
/// <param name="Top">Where the block begins, in pixels from the top of the card.</param>
internal sealed record TextBlock(IReadOnlyList<string> Lines, float Size, float LineHeight, float Top)
{
    // Liberation Sans's ascent and descent, as shares of its size. The rest of a line's height is space, half above
    // and half below.
    private const float Ascent = 0.905f;
    private const float Descent = 0.212f;

    public float Height => Lines.Count * LineHeight;

    public float Bottom => Top + Height;

    public float Baseline(int line) =>
        Top + (line * LineHeight) + ((LineHeight - ((Ascent + Descent) * Size)) / 2) + (Ascent * Size);
}
