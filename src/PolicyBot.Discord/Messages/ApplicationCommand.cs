namespace PolicyBot.Discord.Messages;

/// <summary>A slash command as Discord is told of it.</summary>
/// <param name="Name">1 to 32 lower-case letters.</param>
/// <param name="Description">1 to 100 characters.</param>
/// <param name="Options">At most 25, required ones first.</param>
public sealed record ApplicationCommand(string Name, string Description, IReadOnlyList<ApplicationCommandOption> Options);
