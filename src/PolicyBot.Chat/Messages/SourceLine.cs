namespace PolicyBot.Chat.Messages;

/// <summary>Where the words of a reply come from.</summary>
/// <param name="Text">The article's title and author.</param>
/// <param name="Url">The http or https address of the article or of the passages shown, or null.</param>
public sealed record SourceLine(string Text, string? Url = null);
