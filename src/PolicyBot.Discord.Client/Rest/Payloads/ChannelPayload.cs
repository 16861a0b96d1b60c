using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The used properties of a channel.</summary>
internal sealed record ChannelPayload
{
    public int? Type { get; init; }

    /// <summary>The channel of a thread, or the category of another channel.</summary>
    public ulong? ParentId { get; init; }

    /// <summary>The channel of a thread; null for other channels.</summary>
    public ulong? ThreadParentId => ThreadTypes.GetThreadParent(Type, ParentId);

    /// <summary>Null for direct messages.</summary>
    public ulong? GuildId { get; init; }

    public IReadOnlyList<PermissionOverwrite>? PermissionOverwrites { get; init; }
}
