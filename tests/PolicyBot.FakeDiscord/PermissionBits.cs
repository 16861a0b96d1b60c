namespace PolicyBot.FakeDiscord;

/// <summary>The bits of Discord's permissions that the server heeds.</summary>
public static class PermissionBits
{
    /// <summary>All of them, whatever a channel says.</summary>
    public const ulong Administrator = 1UL << 3;

    /// <summary>To see a channel, and to do anything in it.</summary>
    public const ulong ViewChannel = 1UL << 10;

    /// <summary>To post messages.</summary>
    public const ulong SendMessages = 1UL << 11;

    /// <summary>To post messages with embeds.</summary>
    public const ulong EmbedLinks = 1UL << 14;

    /// <summary>To post messages with files.</summary>
    public const ulong AttachFiles = 1UL << 15;

    /// <summary>To read older messages, and to reply to one.</summary>
    public const ulong ReadMessageHistory = 1UL << 16;

    /// <summary>Every permission that Discord defines.</summary>
    internal const ulong All = (1UL << 53) - 1;
}
