
namespace PolicyBot.Chat.Messages;

/// <summary>A piece of an excerpt.</summary>
/// <param name="Text">The words, verbatim.</param>
/// <param name="IsMarked">Whether they stand out.</param>
public sealed record ExcerptPart(string Text, bool IsMarked);
