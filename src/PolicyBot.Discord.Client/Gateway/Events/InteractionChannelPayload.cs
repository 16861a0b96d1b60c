namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of an interaction's channel.</summary>
internal sealed record InteractionChannelPayload
{
    private const int AnnouncementThread = 10;
    private const int PrivateThread = 12;

    public int? Type { get; init; }

    /// <summary>The channel of a thread, or the category of another channel.</summary>
    public ulong? ParentId { get; init; }

    /// <summary>The channel of a thread; null for other channels.</summary>
    public ulong? ThreadParentId => Type is >= AnnouncementThread and <= PrivateThread ? ParentId : null;
}
