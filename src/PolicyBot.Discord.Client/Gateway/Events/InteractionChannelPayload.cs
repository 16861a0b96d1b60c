using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of an interaction's channel.</summary>
internal sealed record InteractionChannelPayload
{
    public int? Type { get; init; }

    /// <summary>The channel of a thread, or the category of another channel.</summary>
    public ulong? ParentId { get; init; }

    /// <summary>The channel of a thread; null for other channels.</summary>
    public ulong? ThreadParentId => ThreadTypes.GetThreadParent(Type, ParentId);
}
