using SkiaSharp;

namespace PolicyBot.QuoteCards;

/// <summary>The font of the cards, at any size. Thread-safe.</summary>
internal sealed class CardFont
{
    // Widths are measured at a size where rounding doesn't matter, and given for size 1: without hinting they are
    // proportional to the size.
    private const float MeasuringSize = 2048;

    private readonly SKTypeface _typeface;

    private CardFont(SKTypeface typeface) => _typeface = typeface;

    /// <exception cref="FontMissingException">The file has no font.</exception>
    public static CardFont Load(string path) => new(SKTypeface.FromFile(path)
        ?? throw new FontMissingException(
            $"There is no font in {path}. Put the program's “fonts” folder back next to it."));

    /// <summary>Creates the font in a size, in pixels, for drawing; the caller disposes of it.</summary>
    public SKFont Create(float size) => new(_typeface, size)
    {
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None,
        LinearMetrics = true,
        // On whole pixels, a letter looks the same everywhere, which makes the PNG of a long text a third smaller.
        Subpixel = false,
    };

    /// <summary>Returns the width of each code point at size 1.</summary>
    public float[] GetWidths(string text)
    {
        using var font = Create(MeasuringSize);
        var widths = font.GetGlyphWidths(text);
        for (var i = 0; i < widths.Length; i++) widths[i] /= MeasuringSize;
        return widths;
    }
}
