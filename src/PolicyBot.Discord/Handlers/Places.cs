using System.Globalization;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Handlers;

/// <summary>Discord’s channels as places of invocations.</summary>
internal static class Places
{
    /// <summary>A user in a channel: what one asked privately, no other sees.</summary>
    public static string Of(ulong channel, ulong user) => string.Create(CultureInfo.InvariantCulture, $"{channel}/{user}");

    /// <summary>What was written to the bot, without its name.</summary>
    public static string WithoutMention(string content, BotIdentity bot) =>
        content.Replace($"<@{bot.UserId}>", "", StringComparison.Ordinal).Replace($"<@!{bot.UserId}>", "", StringComparison.Ordinal).Trim();
}
