using PolicyBot.Discord.Permissions;

namespace PolicyBot.Discord.Http.Payloads;

/// <summary>What is read of a guild.</summary>
internal sealed record GuildPayload(IReadOnlyList<RolePermissions> Roles)
{
    /// <summary>Where Discord itself tells its news; null where it does not.</summary>
    public ulong? SystemChannelId { get; init; }
}
