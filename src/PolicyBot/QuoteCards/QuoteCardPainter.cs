using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Quotes;

namespace PolicyBot.QuoteCards;

/// <summary>
/// Draws quotes as pictures, and keeps the most recently used ones. Skia and the font are loaded with the first.
/// </summary>
/// <param name="programFolder">The folder of the executable, with the font; null for that of this process.</param>
internal sealed class QuoteCardPainter(string? programFolder = null) : IQuoteCards
{
    private const int MaxKept = 64;

    // The font comes along: a machine without fonts would draw no text.
    private readonly Lazy<CardFont> _font = new(
        () => CardFont.Load(
            Path.Combine(programFolder ?? AppContext.BaseDirectory, "fonts", "LiberationSans-Regular.ttf")));
    private readonly LruCache<QuoteCard, PaintedCard> _kept = new(MaxKept);

    public ReadOnlyMemory<byte> Paint(QuoteCard card) =>
        _kept.GetOrAdd(card, _ => new PaintedCard())
            .Png(() => CardCanvas.Draw(CardLayout.Of(card, _font.Value), _font.Value));
}
