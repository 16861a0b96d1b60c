namespace PolicyBot.FakeDiscord;

/// <summary>The Discord permissions that the server checks.</summary>
public static class PermissionBits
{
    /// <summary>All permissions, regardless of the channel's overwrites.</summary>
    public const ulong Administrator = 1UL << 3;

    /// <summary>See a channel, and do anything in it.</summary>
    public const ulong ViewChannel = 1UL << 10;

    /// <summary>Post messages.</summary>
    public const ulong SendMessages = 1UL << 11;

    /// <summary>Post messages with embeds.</summary>
    public const ulong EmbedLinks = 1UL << 14;

    /// <summary>Post messages with files.</summary>
    public const ulong AttachFiles = 1UL << 15;

    /// <summary>Read older messages, and reply to them.</summary>
    public const ulong ReadMessageHistory = 1UL << 16;

    /// <summary>Every permission that Discord defines.</summary>
    internal const ulong All = (1UL << 53) - 1;
}
