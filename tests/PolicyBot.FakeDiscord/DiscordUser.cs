namespace PolicyBot.FakeDiscord;

/// <summary>A user or another bot.</summary>
public sealed record DiscordUser(ulong Id, string Name, bool IsBot = false)
{
    /// <summary>The permissions of a member without roles: read, write, react, use commands.</summary>
    public const ulong MemberPermissions =
        1UL << 6 | 1UL << 10 | 1UL << 11 | 1UL << 14 | 1UL << 15 | 1UL << 16 | 1UL << 18 | 1UL << 31;

    /// <summary>The Manage Server permission, which many moderator commands require.</summary>
    public const ulong ManageGuild = 1UL << 5;

    /// <summary>The ids of the user's roles, which add nothing to the permissions.</summary>
    public IReadOnlyList<ulong> RoleIds { get; init; } = [];

    /// <summary>The user's permissions in every guild, as Discord's permission bits.</summary>
    public ulong Permissions { get; init; } = MemberPermissions;
}
