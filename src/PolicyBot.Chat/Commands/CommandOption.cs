namespace PolicyBot.Chat.Commands;

/// <summary>An option of a command.</summary>
/// <param name="Name">Lower-case letters and hyphens; unique within its command.</param>
/// <param name="Description">What it is for; at most 100 characters.</param>
public sealed record CommandOption(string Name, string Description)
{
    /// <summary>The type of its value.</summary>
    public OptionKind Kind { get; init; } = OptionKind.Text;

    /// <summary>Whether the command can't be sent without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether words typed after the command, without the name of an option, are its value.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The allowed values, at most 25; empty if any value is allowed.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether the command completes it while the user types.</summary>
    public bool HasAutocomplete { get; init; }
}
