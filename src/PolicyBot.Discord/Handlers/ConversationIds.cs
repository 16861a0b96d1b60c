using System.Globalization;

namespace PolicyBot.Discord.Handlers;

/// <summary>Creates the ids of conversations.</summary>
internal static class ConversationIds
{
    /// <summary>
    /// Creates the id of a user's conversation in a channel. Each user has one, because others may not see the answers.
    /// </summary>
    public static string Create(ulong channel, ulong user) =>
        string.Create(CultureInfo.InvariantCulture, $"{channel}/{user}");
}
