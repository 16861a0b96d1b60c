namespace PolicyBot.Discord.Client.Messages;

/// <summary>Something to select from a menu.</summary>
/// <param name="Label">1 to 100 characters.</param>
/// <param name="Value">What comes back when it is selected, 1 to 100 characters, unique in its menu.</param>
public sealed record MenuOption(string Label, string Value);
