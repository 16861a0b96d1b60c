namespace PolicyBot.Discord.Client.Messages;

/// <summary>An option of a slash command.</summary>
/// <param name="Name">1 to 32 lower-case letters.</param>
/// <param name="Description">1 to 100 characters.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether the command can't be sent without it.</param>
/// <param name="Choices">
/// The allowed values, at most 25 of 1 to 100 characters; empty if any value is allowed.
/// </param>
/// <param name="HasAutocomplete">Whether Discord asks for values while the user types it.</param>
public sealed record ApplicationCommandOption(
    string Name,
    string Description,
    CommandOptionType Type,
    bool IsRequired,
    IReadOnlyList<string> Choices,
    bool HasAutocomplete);
