using PolicyBot.Chat.DailyPosts;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary>Explains which permissions the bot lacks in a channel.</summary>
internal static class PermissionMessages
{
    /// <summary>Returns what keeps the bot from posting in a channel and the fix, or null.</summary>
    public static async Task<string?> FindProblemAsync(
        IDailyChannels channels, string server, string channel, CancellationToken cancellationToken) =>
        await channels.GetMissingPermissionsAsync(server, channel, cancellationToken) switch
        {
            null => "I couldn't check my permissions in that channel. Please try again in a minute.",
            { Count: > 0 } missing => $"I can't post in that channel: I need {string.Join(", ", missing)} there. "
                + "Give me that permission, then use this command again.",
            _ => null,
        };
}
