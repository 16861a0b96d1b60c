namespace PolicyBot.Discord.Client.Permissions;

/// <summary>Discord's permission bits, as far as they are used.</summary>
public static class PermissionBits
{
    /// <summary>Has all permissions.</summary>
    public const ulong Administrator = 1UL << 3;

    /// <summary>May change the guild's settings; Discord shows it as Manage Server.</summary>
    public const ulong ManageGuild = 1UL << 5;

    /// <summary>May see the channel.</summary>
    public const ulong ViewChannel = 1UL << 10;

    /// <summary>May send messages.</summary>
    public const ulong SendMessages = 1UL << 11;

    /// <summary>May send embeds.</summary>
    public const ulong EmbedLinks = 1UL << 14;

    /// <summary>May read messages that were sent before.</summary>
    public const ulong ReadMessageHistory = 1UL << 16;
}
