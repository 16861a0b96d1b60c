namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Tells threads from other channels by Discord's channel types.</summary>
public static class ThreadTypes
{
    private const int AnnouncementThread = 10;
    private const int PrivateThread = 12;

    /// <summary>Gets the channel of a thread; null for other channels, whose parent is a category.</summary>
    /// <param name="type">The channel's type, or null.</param>
    /// <param name="parent">The id of its parent, or null.</param>
    public static ulong? GetThreadParent(int? type, ulong? parent) =>
        type is >= AnnouncementThread and <= PrivateThread ? parent : null;
}
