
namespace PolicyBot.Chat.Quotes;

/// <summary>What stands on the picture of a quote. Line breaks count as spaces.</summary>
/// <param name="Text">The quoted words, without marks around them.</param>
/// <param name="Speaker">Whose words they are; may be empty.</param>
/// <param name="Source">Where they are taken from, in a line; may be empty.</param>
public sealed record QuoteCard(string Text, string Speaker, string Source);
