
namespace PolicyBot.Chat.Messages;

/// <summary>An item of a list.</summary>
/// <param name="Text">What is said.</param>
/// <param name="Term">What it is said of, to be set off from the text; or null.</param>
public sealed record ListItem(string Text, string? Term = null);
