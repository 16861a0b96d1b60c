
namespace PolicyBot.Chat.Quotes;

/// <summary>The text on the picture of a quote. Line breaks count as spaces.</summary>
/// <param name="Text">The quoted words, without marks around them.</param>
/// <param name="Speaker">Whose words they are; may be empty.</param>
/// <param name="Source">Where they come from, in one line; may be empty.</param>
public sealed record QuoteCard(string Text, string Speaker, string Source);
