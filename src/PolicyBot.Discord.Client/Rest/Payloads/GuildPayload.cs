using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>What is read of a guild.</summary>
internal sealed record GuildPayload(IReadOnlyList<RolePermissions> Roles)
{
    /// <summary>Where Discord itself tells its news; null where it does not.</summary>
    public ulong? SystemChannelId { get; init; }
}
