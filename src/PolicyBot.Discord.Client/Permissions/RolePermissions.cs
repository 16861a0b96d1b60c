namespace PolicyBot.Discord.Client.Permissions;

/// <summary>What a role lets its members do in the whole guild.</summary>
/// <param name="Id">The role's id; that of the role which everybody has is the guild's.</param>
/// <param name="Permissions">Discord's permission bits.</param>
public sealed record RolePermissions(ulong Id, ulong Permissions);
