namespace PolicyBot.Chat.Commands;

/// <summary>An option of a command.</summary>
/// <param name="Name">Lower-case letters; unique within its command.</param>
/// <param name="Description">What it is for; at most 100 characters.</param>
public sealed record CommandOption(string Name, string Description)
{
    /// <summary>What it holds.</summary>
    public OptionKind Kind { get; init; } = OptionKind.Text;

    /// <summary>Whether a platform must not let the command be sent without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether words typed behind the command without an option's name are its value.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The values it may have; empty where any will do. At most 25.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether the command has suggestions for it while it is typed.</summary>
    public bool HasAutocomplete { get; init; }
}
