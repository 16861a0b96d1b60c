using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.DailyPosts;

/// <summary>What the bot must be allowed in a channel to post there every day, by the names that Discord shows.</summary>
internal static class RequiredPermissions
{
    public const string View = "View Channel";
    public const string History = "Read Message History";

    private static readonly (ulong Permission, string Name)[] Needed =
    [
        (PermissionBits.SendMessages, "Send Messages"),
        (PermissionBits.EmbedLinks, "Embed Links"),
        (PermissionBits.ReadMessageHistory, History),
    ];

    /// <summary>The names of what is missing; what else is, cannot be told of a channel that the bot does not see.</summary>
    public static IReadOnlyList<string> MissingIn(ulong permissions) =>
        (permissions & PermissionBits.ViewChannel) == 0 ? [View] : [.. Needed.Where(n => (permissions & n.Permission) == 0).Select(n => n.Name)];

    /// <summary>Says that these are missing.</summary>
    public static string Words(IReadOnlyList<string> missing) => $"I lack {string.Join(", ", missing)} there.";
}
