using SkiaSharp;

namespace PolicyBot.QuoteCards;

/// <summary>The font of the cards, at any size. Safe for many threads.</summary>
internal sealed class CardFont
{
    // Widths are taken at a size where nothing is rounded, and told for size 1: without hinting they grow evenly with
    // the size.
    private const float MeasuringSize = 2048;

    private readonly SKTypeface _typeface;

    private CardFont(SKTypeface typeface) => _typeface = typeface;

    /// <exception cref="FontMissingException">There is no font in the file.</exception>
    public static CardFont Load(string path) => new(SKTypeface.FromFile(path)
        ?? throw new FontMissingException(
            $"There is no font in {path}. Put the program’s “fonts” folder back beside it."));

    /// <summary>For drawing at a size in pixels; to be disposed of.</summary>
    public SKFont At(float size) => new(_typeface, size)
    {
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None,
        LinearMetrics = true,
        // On whole pixels a letter looks the same everywhere. Nobody sees it, and the PNG of a long text is a third
        // smaller.
        Subpixel = false,
    };

    /// <summary>The width of each code point at size 1.</summary>
    public float[] Widths(string text)
    {
        using var font = At(MeasuringSize);
        var widths = font.GetGlyphWidths(text);
        for (var i = 0; i < widths.Length; i++) widths[i] /= MeasuringSize;
        return widths;
    }
}
