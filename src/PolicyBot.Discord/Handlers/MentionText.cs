using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Handlers;

/// <summary>Removes mentions from the text of messages.</summary>
internal static class MentionText
{
    /// <summary>Removes mentions of the bot, and the space around the text.</summary>
    public static string Remove(string text, BotIdentity bot) => text
        .Replace($"<@{bot.UserId}>", "", StringComparison.Ordinal)
        .Replace($"<@!{bot.UserId}>", "", StringComparison.Ordinal)
        .Trim();
}
