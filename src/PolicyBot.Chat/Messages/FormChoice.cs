namespace PolicyBot.Chat.Messages;

/// <summary>A choice of a form's field.</summary>
/// <param name="Label">Its text; platforms may shorten it to 100 characters.</param>
/// <param name="Value">Its value: 1 to 100 characters in one line, unique in its field.</param>
/// <param name="IsChosen">Whether it is chosen at first.</param>
public sealed record FormChoice(string Label, string Value, bool IsChosen = false);
