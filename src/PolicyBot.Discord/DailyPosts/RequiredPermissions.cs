using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.DailyPosts;

/// <summary>The permissions that the bot needs for daily posts in a channel, by the names that Discord shows.</summary>
internal static class RequiredPermissions
{
    public const string ViewChannel = "View Channel";
    public const string ReadMessageHistory = "Read Message History";

    private static readonly (ulong Bit, string Name)[] All =
    [
        (PermissionBits.SendMessages, "Send Messages"),
        (PermissionBits.EmbedLinks, "Embed Links"),
        (PermissionBits.ReadMessageHistory, ReadMessageHistory),
    ];

    /// <summary>
    /// Gets the names of the missing permissions. In a channel that the bot can't see, that is the only one, because
    /// the others are unknown.
    /// </summary>
    public static IReadOnlyList<string> GetMissing(ulong permissions) =>
        (permissions & PermissionBits.ViewChannel) == 0
            ? [ViewChannel]
            : [.. All.Where(p => (permissions & p.Bit) == 0).Select(p => p.Name)];
}
