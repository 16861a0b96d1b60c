namespace PolicyBot.FakeDiscord.Commands;

/// <summary>
/// A registered command. The JSON is what Discord returns; the definition is what was sent, to detect changes. The
/// permissions are those that a member needs in a guild: null means everyone, zero means only administrators.
/// </summary>
internal sealed record RegisteredCommand(
    ulong Id,
    ulong? GuildId,
    string Name,
    int Type,
    IReadOnlyList<CommandOption> Options,
    IReadOnlyList<int>? Contexts,
    ulong? RequiredPermissions,
    string Definition,
    byte[] Json);
