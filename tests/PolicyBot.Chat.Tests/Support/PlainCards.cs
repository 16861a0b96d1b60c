using System.Text;
using PolicyBot.Chat.Quotes;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>Paints cards as their text.</summary>
internal sealed class PlainCards : IQuoteCards
{
    public ReadOnlyMemory<byte> Paint(QuoteCard card) =>
        Encoding.UTF8.GetBytes($"{card.Text}|{card.Speaker}|{card.Source}");
}
