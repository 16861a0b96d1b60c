namespace PolicyBot.Discord.Client.Permissions;

/// <summary>Those of Discord's permission bits that the bot has to do with.</summary>
public static class PermissionBits
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageGuild = 1UL << 5;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;
    public const ulong EmbedLinks = 1UL << 14;
    public const ulong ReadMessageHistory = 1UL << 16;
}
