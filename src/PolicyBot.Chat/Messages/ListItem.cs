
namespace PolicyBot.Chat.Messages;

/// <summary>An item of a list.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Term">The term that the text explains, shown before it; or null.</param>
public sealed record ListItem(string Text, string? Term = null)
{
    /// <summary>
    /// The id of the user whom the text is about, shown before it; another word for somebody who is no user of the
    /// platform; or null.
    /// </summary>
    public string? User { get; init; }

    /// <summary>The text, after the user's id if there is one.</summary>
    public string PlainText => User is null ? Text : $"{User} {Text}";
}
