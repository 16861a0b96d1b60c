
namespace PolicyBot.Chat.Messages;

/// <summary>A piece of an excerpt.</summary>
/// <param name="Text">The words, verbatim.</param>
/// <param name="IsHighlighted">Whether they are highlighted.</param>
public sealed record ExcerptPart(string Text, bool IsHighlighted);
