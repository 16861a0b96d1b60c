namespace PolicyBot.Discord.Client.Permissions;

/// <summary>Who wants to use a command, and where.</summary>
/// <param name="Guild">The guild's id.</param>
/// <param name="Channel">The channel's id; for a thread, that of its parent.</param>
/// <param name="Member">The member's id.</param>
/// <param name="Roles">The ids of the member's roles, without that of everyone.</param>
/// <param name="Permissions">The member's permission bits in the channel.</param>
public sealed record CommandUse(
    ulong Guild, ulong Channel, ulong Member, IReadOnlyList<ulong> Roles, ulong Permissions);
