namespace PolicyBot.Discord.Client.Permissions;

/// <summary>A channel's exception from the permissions in its guild.</summary>
/// <param name="Id">The id of the role or member that it is for.</param>
/// <param name="Allow">The permission bits that it allows.</param>
/// <param name="Deny">The permission bits that it denies.</param>
public sealed record PermissionOverwrite(ulong Id, ulong Allow, ulong Deny);
