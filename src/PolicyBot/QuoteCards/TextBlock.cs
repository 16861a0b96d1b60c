
namespace PolicyBot.QuoteCards;

/// <summary>Lines of a card, one below the other.</summary>
/// <param name="Lines">The lines; none where there is nothing to say.</param>
/// <param name="Size">The size of the font, in pixels.</param>
/// <param name="LineHeight">From one baseline to the next, in pixels.</param>
/// <param name="Top">Where the block begins, in pixels from the top of the card.</param>
internal sealed record TextBlock(IReadOnlyList<string> Lines, float Size, float LineHeight, float Top)
{
    // Liberation Sans rises 0.905 and falls 0.212 of its size; the rest of a line's height is air, half above and half
    // below.
    private const float Ascent = 0.905f;
    private const float Descent = 0.212f;

    public float Height => Lines.Count * LineHeight;

    public float Bottom => Top + Height;

    public float Baseline(int line) =>
        Top + (line * LineHeight) + ((LineHeight - ((Ascent + Descent) * Size)) / 2) + (Ascent * Size);
}
