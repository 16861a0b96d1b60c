using Discord;
using Discord.Rest;
using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.DiscordNet.Conversion;

/// <summary>Works out permissions of what the library has read. Its own reckoning leaves out what it does not know yet.</summary>
internal static class DiscordNetPermissions
{
    /// <summary>What a member may do in a channel, as Discord's permission bits.</summary>
    public static ulong Of(RestGuild guild, RestGuildUser member, RestGuildChannel channel) => PolicyBot.Discord.Client.Permissions.ChannelPermissions.Compute(
        guild.Id,
        member.Id,
        // The library counts the role that everybody has among a member’s.
        [.. member.RoleIds.Where(r => r != guild.Id)],
        guild.Roles.Select(r => new RolePermissions(r.Id, r.Permissions.RawValue)),
        [.. channel.PermissionOverwrites.Select(o => new PermissionOverwrite(o.TargetId, o.Permissions.AllowValue, o.Permissions.DenyValue))]);
}
