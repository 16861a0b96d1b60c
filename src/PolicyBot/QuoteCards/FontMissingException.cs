
namespace PolicyBot.QuoteCards;

/// <summary>The font of the cards is missing. The message says where it belongs.</summary>
internal sealed class FontMissingException(string message) : Exception(message);
