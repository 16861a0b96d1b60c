namespace PolicyBot.Discord.Client.Permissions;

/// <summary>
/// Computes a member's permissions in a channel as Discord does, except for the guild's owner, which a bot can't be.
/// </summary>
public static class ChannelPermissions
{
    /// <summary>
    /// Computes a member's permission bits: all for an administrator, none if they can't see the channel.
    /// </summary>
    /// <param name="guild">The guild's id.</param>
    /// <param name="member">The member's id.</param>
    /// <param name="memberRoles">The ids of the member's roles, without that of everyone.</param>
    /// <param name="roles">The guild's roles.</param>
    /// <param name="overwrites">The channel's overwrites.</param>
    public static ulong Compute(
        ulong guild,
        ulong member,
        IReadOnlyList<ulong> memberRoles,
        IEnumerable<RolePermissions> roles,
        IReadOnlyList<PermissionOverwrite> overwrites)
    {
        var permissions = roles
            .Where(r => r.Id == guild || memberRoles.Contains(r.Id))
            .Aggregate(0UL, (all, r) => all | r.Permissions);
        if ((permissions & PermissionBits.Administrator) != 0) return ulong.MaxValue;

        // Overwrites for roles take precedence over those for everyone, and those for the member over both. Among
        // roles, allowing takes precedence over denying.
        permissions = Apply(permissions, overwrites.Where(o => o.Id == guild));
        permissions = Apply(permissions, overwrites.Where(o => o.Id != guild && memberRoles.Contains(o.Id)));
        permissions = Apply(permissions, overwrites.Where(o => o.Id == member));
        return (permissions & PermissionBits.ViewChannel) == 0 ? 0 : permissions;
    }

    private static ulong Apply(ulong permissions, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = overwrites
            .Aggregate((Allow: 0UL, Deny: 0UL), (all, o) => (all.Allow | o.Allow, all.Deny | o.Deny));
        return (permissions & ~deny) | allow;
    }
}
