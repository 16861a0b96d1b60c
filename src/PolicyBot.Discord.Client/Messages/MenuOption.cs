namespace PolicyBot.Discord.Client.Messages;

/// <summary>An option of a menu.</summary>
/// <param name="Label">1 to 100 characters.</param>
/// <param name="Value">
/// The value that Discord sends when it is selected: 1 to 100 characters, unique in its menu.
/// </param>
public sealed record MenuOption(string Label, string Value)
{
    /// <summary>True if it is selected at first; otherwise null.</summary>
    public bool? Default { get; init; }
}
