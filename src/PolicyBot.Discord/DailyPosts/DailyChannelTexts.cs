using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.DailyPosts;

/// <summary>What moderators read if a daily post fails.</summary>
internal static class DailyChannelTexts
{
    public const string ChannelDeleted = "The channel was deleted.";

    public const string PermissionsUnknown = "I couldn't check my permissions in the channel.";
    public const string RateLimited = "Discord asked me to wait.";
    public const string Unavailable = "Discord couldn't be reached, or failed.";

    public static string MissingPermissions(IReadOnlyList<string> names) =>
        $"I need {string.Join(", ", names)} there.";

    public static string Refused(RequestRefusedException refusal) => $"Discord refused it: “{refusal.Reason}”.";

    /// <summary>A proxy between Discord and the bot responded.</summary>
    public static string ProxyFailed(RequestRefusedException refusal) =>
        $"A proxy between Discord and me responded “{(int)refusal.Status} {refusal.Reason}”.";
}
