using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The overwrites of a command or, if the id is the application's, of all commands.</summary>
internal sealed record CommandPermissionsPayload(
    ulong Id, IReadOnlyList<CommandPermissionsPayload.OverwritePayload> Permissions)
{
    public IReadOnlyList<CommandOverwrite> ToOverwrites() =>
        [.. Permissions.Select(p => new CommandOverwrite(p.Id, (CommandOverwriteKind)p.Type, p.Permission))];

    internal sealed record OverwritePayload(ulong Id, int Type, bool Permission);
}
