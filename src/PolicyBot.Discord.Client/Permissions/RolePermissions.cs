namespace PolicyBot.Discord.Client.Permissions;

/// <summary>A role's permissions in its guild.</summary>
/// <param name="Id">The role's id; the id of the role that everyone has is the guild's.</param>
/// <param name="Permissions">Discord's permission bits.</param>
public sealed record RolePermissions(ulong Id, ulong Permissions);
