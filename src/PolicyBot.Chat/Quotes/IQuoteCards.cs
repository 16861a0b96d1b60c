
namespace PolicyBot.Chat.Quotes;

/// <summary>Draws quotes as pictures. Thread-safe.</summary>
public interface IQuoteCards
{
    /// <summary>
    /// The picture of a quote: a PNG, 1200 pixels wide and 630 high, or higher if the words need it.
    /// </summary>
    ReadOnlyMemory<byte> Paint(QuoteCard card);
}
