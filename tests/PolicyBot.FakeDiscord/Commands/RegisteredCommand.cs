namespace PolicyBot.FakeDiscord.Commands;

/// <summary>
/// A command as Discord keeps it. The JSON is how Discord gives it out; the definition is how it came, to tell whether
/// it changed. The permissions are those that a member needs in a guild: none means anybody, zero means administrators
/// alone.
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
