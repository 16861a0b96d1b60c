using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The used properties of a channel.</summary>
internal sealed record ChannelPayload
{
    /// <summary>Null for direct messages.</summary>
    public ulong? GuildId { get; init; }

    public IReadOnlyList<PermissionOverwrite>? PermissionOverwrites { get; init; }
}
