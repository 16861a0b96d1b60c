using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>The exceptions from who may use the application's slash commands in a guild.</summary>
/// <param name="OfApplication">Those for the whole application.</param>
/// <param name="OfCommands">Those for single commands, by the command's name; commands without any are missing.</param>
public sealed record GuildCommandOverwrites(
    IReadOnlyList<CommandOverwrite> OfApplication,
    IReadOnlyDictionary<string, IReadOnlyList<CommandOverwrite>> OfCommands)
{
    /// <summary>Returns a command's overwrites; none if it has none.</summary>
    public IReadOnlyList<CommandOverwrite> Get(string command) => OfCommands.GetValueOrDefault(command) ?? [];
}
