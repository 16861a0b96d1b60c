namespace PolicyBot.Chat.Commands;

/// <summary>A value that is offered for an option while the user types it.</summary>
/// <param name="Label">What the user sees.</param>
/// <param name="Value">The option's value; at most 100 characters.</param>
public sealed record AutocompleteChoice(string Label, string Value);
