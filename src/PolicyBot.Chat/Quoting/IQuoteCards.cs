namespace PolicyBot.Chat.Quoting;

/// <summary>Draws quotes as pictures. Safe for many threads.</summary>
public interface IQuoteCards
{
    /// <summary>The card as a PNG.</summary>
    ReadOnlyMemory<byte> Paint(QuoteCard card);
}
