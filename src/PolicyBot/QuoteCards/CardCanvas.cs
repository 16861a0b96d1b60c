using SkiaSharp;

namespace PolicyBot.QuoteCards;

/// <summary>Draws a card from its layout.</summary>
internal static class CardCanvas
{
    private const int BarWidth = 20;
    private const float MarkSize = 520;

    private static readonly SKColor Paper = new(0xFB, 0xFA, 0xF6);
    private static readonly SKColor Ink = new(0x1B, 0x2B, 0x2E);
    private static readonly SKColor Teal = new(0x00, 0x80, 0x80);
    private static readonly SKColor PaleTeal = new(0xDF, 0xEC, 0xE9);
    private static readonly SKColor Gray = new(0x5C, 0x69, 0x6B);

    // Text on a plain background compresses best without filters; a higher level takes longer and saves nothing.
    private static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.None, 6);

    /// <summary>The card as a PNG.</summary>
    public static byte[] Draw(CardLayout layout, CardFont font)
    {
        var size = new SKImageInfo(CardLayout.Width, layout.Height, SKImageInfo.PlatformColorType, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(size)
            ?? throw new InvalidOperationException($"Not enough memory for a card {layout.Height} pixels high.");
        var canvas = surface.Canvas;
        canvas.Clear(Paper);
        using var paint = new SKPaint { IsAntialias = true };
        if (layout.Style.HasOrnament) DrawOrnament(canvas, layout.Height, font, paint);
        paint.Color = Teal;
        canvas.DrawRect(0, 0, BarWidth, layout.Height, paint);
        DrawOpeningMark(canvas, layout.Quote, font, paint);
        DrawBlock(canvas, layout.Quote, font, paint, Ink);
        DrawBlock(canvas, layout.Speaker, font, paint, Teal);
        DrawBlock(canvas, layout.Source, font, paint, Gray);
        using var pixels = surface.PeekPixels();
        using var png =
            pixels.Encode(Png) ?? throw new InvalidOperationException("Failed to encode the card as a PNG.");
        return png.ToArray();
    }

    private static void DrawOpeningMark(SKCanvas canvas, TextBlock quote, CardFont font, SKPaint paint)
    {
        using var sized = font.Create(quote.Size);
        paint.Color = Ink;
        canvas.DrawText(CardLayout.OpeningMark, CardLayout.Left, quote.Baseline(0), SKTextAlign.Right, sized, paint);
    }

    // In the corner that the source leaves free, and pale enough for a long speaker's name to stay legible on it.
    private static void DrawOrnament(SKCanvas canvas, int height, CardFont font, SKPaint paint)
    {
        using var large = font.Create(MarkSize);
        paint.Color = PaleTeal;
        canvas.DrawText(CardLayout.ClosingMark, CardLayout.Width - 62, height + 200, SKTextAlign.Right, large, paint);
    }

    private static void DrawBlock(SKCanvas canvas, TextBlock block, CardFont font, SKPaint paint, SKColor color)
    {
        using var sized = font.Create(block.Size);
        paint.Color = color;
        for (var i = 0; i < block.Lines.Count; i++)
            canvas.DrawText(block.Lines[i], CardLayout.Left, block.Baseline(i), SKTextAlign.Left, sized, paint);
    }
}
