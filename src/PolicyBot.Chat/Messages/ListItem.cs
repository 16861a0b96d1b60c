
namespace PolicyBot.Chat.Messages;

/// <summary>An item of a list.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Term">The term that the text explains, shown before it; or null.</param>
public sealed record ListItem(string Text, string? Term = null);
