namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// A permission overwrite of a channel for a role (everyone is the role with the guild's id) or a member.
/// </summary>
internal sealed record PermissionOverwrite(ulong Id, bool IsOfMember, ulong Allow, ulong Deny);
