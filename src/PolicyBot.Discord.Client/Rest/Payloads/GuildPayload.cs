using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The used properties of a guild.</summary>
internal sealed record GuildPayload(IReadOnlyList<RolePermissions> Roles)
{
    /// <summary>The channel where Discord posts its notices, or null.</summary>
    public ulong? SystemChannelId { get; init; }
}
