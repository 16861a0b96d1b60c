using PolicyBot.Chat.DailyPosts;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary>Puts into words what the bot may not do in a channel.</summary>
internal static class PermissionMessages
{
    /// <summary>What keeps the bot from posting in a channel, and the mend; null where nothing does.</summary>
    public static async Task<string?> FindProblemAsync(IDailyChannels channels, string community, string channel, CancellationToken cancellationToken) =>
        await channels.GetMissingPermissionsAsync(community, channel, cancellationToken) switch
        {
            null => "I could not find out what I may do in that channel. Please try again in a minute.",
            { Count: > 0 } missing => $"I cannot post in that channel: I lack {string.Join(", ", missing)}. Give me that there, and call this again.",
            _ => null,
        };
}
