namespace PolicyBot.Chat.Commands;

/// <summary>Something that an option could be, offered while it is typed.</summary>
/// <param name="Label">What is shown.</param>
/// <param name="Value">What the option is then; at most 100 characters.</param>
public sealed record AutocompleteChoice(string Label, string Value);
