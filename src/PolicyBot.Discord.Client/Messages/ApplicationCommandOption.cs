namespace PolicyBot.Discord.Client.Messages;

/// <summary>An option of a slash command.</summary>
/// <param name="Name">1 to 32 lower-case letters.</param>
/// <param name="Description">1 to 100 characters.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether Discord does not let the command be sent without it.</param>
/// <param name="Choices">The texts it may have, at most 25 of 1 to 100 characters; empty where any will do.</param>
/// <param name="HasAutocomplete">Whether Discord asks while it is typed what it could be.</param>
public sealed record ApplicationCommandOption(string Name, string Description, CommandOptionType Type, bool IsRequired, IReadOnlyList<string> Choices, bool HasAutocomplete);
