using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>What is read of a channel.</summary>
internal sealed record ChannelPayload
{
    /// <summary>Null of direct messages.</summary>
    public ulong? GuildId { get; init; }

    public IReadOnlyList<PermissionOverwrite>? PermissionOverwrites { get; init; }
}
