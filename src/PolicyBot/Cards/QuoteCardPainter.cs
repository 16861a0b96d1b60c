using PolicyBot.Chat.Quoting;

namespace PolicyBot.Cards;

internal sealed class QuoteCardPainter : IQuoteCards
{
    public ReadOnlyMemory<byte> Paint(QuoteCard card) => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
