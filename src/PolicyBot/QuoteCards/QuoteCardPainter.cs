using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Quotes;

namespace PolicyBot.QuoteCards;

/// <summary>
/// Draws quotes as pictures and caches the most recently used ones. The first one loads Skia and the font.
/// </summary>
/// <param name="programFolder">The folder of the executable, with the font; null for this process's.</param>
internal sealed class QuoteCardPainter(string? programFolder = null) : IQuoteCards
{
    private const int MaxCards = 64;

    // The font is shipped: a machine without fonts would draw no text.
    private readonly Lazy<CardFont> _font = new(
        () => CardFont.Load(
            Path.Combine(programFolder ?? AppContext.BaseDirectory, "fonts", "LiberationSans-Regular.ttf")));
    private readonly LruCache<QuoteCard, Lazy<byte[]>> _cards = new(MaxCards);

    // A failure isn't remembered, so that the next request tries again.
    public ReadOnlyMemory<byte> Paint(QuoteCard card) =>
        _cards.GetOrAdd(card, _ => new(() => Draw(card), LazyThreadSafetyMode.PublicationOnly)).Value;

    private byte[] Draw(QuoteCard card) => CardCanvas.Draw(CardLayout.Create(card, _font.Value), _font.Value);
}
