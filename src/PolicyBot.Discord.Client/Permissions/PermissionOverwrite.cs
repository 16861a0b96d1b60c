namespace PolicyBot.Discord.Client.Permissions;

/// <summary>What a channel lets some do otherwise than the guild does.</summary>
/// <param name="Id">Whom: a role's id, or a member's.</param>
/// <param name="Allow">The permission bits that it grants.</param>
/// <param name="Deny">The permission bits that it takes.</param>
public sealed record PermissionOverwrite(ulong Id, ulong Allow, ulong Deny);
