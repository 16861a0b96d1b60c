namespace PolicyBot.Chat.Quoting;

/// <summary>A quote to be drawn as a picture.</summary>
/// <param name="Text">The words, verbatim, without marks around them.</param>
/// <param name="Speaker">Who says them.</param>
/// <param name="Source">Where they come from.</param>
public sealed record QuoteCard(string Text, string Speaker, string Source);
