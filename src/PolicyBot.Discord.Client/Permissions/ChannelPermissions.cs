namespace PolicyBot.Discord.Client.Permissions;

/// <summary>Works out what a member may do in a channel, as Discord does. A guild's owner may do everything, but is no bot.</summary>
public static class ChannelPermissions
{
    /// <summary>The permission bits; all of them for an administrator, none for whoever does not see the channel.</summary>
    /// <param name="guild">The guild's id.</param>
    /// <param name="member">The member's id.</param>
    /// <param name="memberRoles">The ids of the member's roles.</param>
    /// <param name="roles">The guild's roles.</param>
    /// <param name="overwrites">The channel's overwrites.</param>
    public static ulong Compute(ulong guild, ulong member, IReadOnlyList<ulong> memberRoles, IEnumerable<RolePermissions> roles, IReadOnlyList<PermissionOverwrite> overwrites)
    {
        var permissions = roles.Where(r => r.Id == guild || memberRoles.Contains(r.Id)).Aggregate(0UL, (all, r) => all | r.Permissions);
        if ((permissions & PermissionBits.Administrator) != 0) return ulong.MaxValue;

        // What is said of everybody yields to what is said of their roles, of which a grant outdoes all denials, and that to what is said of the member.
        permissions = Overwritten(permissions, overwrites.Where(o => o.Id == guild));
        permissions = Overwritten(permissions, overwrites.Where(o => o.Id != guild && memberRoles.Contains(o.Id)));
        permissions = Overwritten(permissions, overwrites.Where(o => o.Id == member));
        return (permissions & PermissionBits.ViewChannel) == 0 ? 0 : permissions;
    }

    private static ulong Overwritten(ulong permissions, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate((Allow: 0UL, Deny: 0UL), (all, o) => (all.Allow | o.Allow, all.Deny | o.Deny));
        return (permissions & ~deny) | allow;
    }
}
