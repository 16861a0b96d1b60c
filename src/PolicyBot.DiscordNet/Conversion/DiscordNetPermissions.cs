using Discord.Rest;
using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.DiscordNet.Conversion;

/// <summary>
/// Computes permissions from Discord.Net's objects. Discord.Net's own computation ignores what it hasn't loaded.
/// </summary>
internal static class DiscordNetPermissions
{
    /// <summary>Computes a member's permission bits in a channel.</summary>
    public static ulong Compute(RestGuild guild, RestGuildUser member, RestGuildChannel channel) =>
        ChannelPermissions.Compute(
            guild.Id,
            member.Id,
            // In Discord.Net, a member's roles include the one that everyone has.
            [.. member.RoleIds.Where(r => r != guild.Id)],
            guild.Roles.Select(r => new RolePermissions(r.Id, r.Permissions.RawValue)),
            [.. channel.PermissionOverwrites.Select(
                o => new PermissionOverwrite(o.TargetId, o.Permissions.AllowValue, o.Permissions.DenyValue))]);
}
