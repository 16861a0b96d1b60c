namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// What a channel allows or denies to a role (everyone is the role with the guild's id) or to one member.
/// </summary>
internal sealed record PermissionOverwrite(ulong Id, bool IsOfMember, ulong Allow, ulong Deny);
