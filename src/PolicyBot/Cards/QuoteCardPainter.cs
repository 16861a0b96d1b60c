using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Quoting;

namespace PolicyBot.Cards;

/// <summary>Draws quotes as pictures, and keeps the most recently used ones. Loads Skia and the font with the first card only: most runs draw none.</summary>
internal sealed class QuoteCardPainter : IQuoteCards
{
    private const int MaxKept = 64;

    // The font comes along: a machine without fonts would draw no text.
    private readonly Lazy<CardFont> font = new(() => CardFont.Load(Path.Combine(AppContext.BaseDirectory, "fonts", "LiberationSans-Regular.ttf")));
    private readonly RecentlyUsed<QuoteCard, PaintedCard> kept = new(MaxKept);

    public ReadOnlyMemory<byte> Paint(QuoteCard card) =>
        kept.GetOrAdd(card, _ => new PaintedCard()).Png(() => CardCanvas.Draw(CardLayout.Of(card, font.Value), font.Value));
}
