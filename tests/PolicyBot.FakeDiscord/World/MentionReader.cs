using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.World;

/// <summary>Finds who is pinged by a message: the mentions in its text that its allowed_mentions permit.</summary>
internal static partial class MentionReader
{
    /// <summary>Reads the mentions of a text. Without allowed_mentions everything pings, as on Discord.</summary>
    public static MessageMentions Read(
        string text, JsonElement? allowed, DiscordUser? repliedTo, Func<ulong, DiscordUser?> findUser)
    {
        var hasMention = text.Contains("<@", StringComparison.Ordinal);
        var hasEveryone =
            text.Contains("@everyone", StringComparison.Ordinal) || text.Contains("@here", StringComparison.Ordinal);
        if (!hasMention && !hasEveryone && repliedTo is null)
            return MessageMentions.None;

        var users = new List<DiscordUser>();
        var roles = new List<ulong>();
        if (repliedTo is not null && (allowed is not { } rules || rules.Flag("replied_user"u8)))
            users.Add(repliedTo);
        if (hasMention)
        {
            foreach (Match match in Mention().Matches(text))
            {
                if (JsonReading.ParseId(match.Groups["id"].Value) is not { } id)
                    continue;
                if (match.Groups["kind"].Value == "&")
                {
                    if (IsAllowed(allowed, "roles", id) && !roles.Contains(id))
                        roles.Add(id);
                }
                else if (IsAllowed(allowed, "users", id) && findUser(id) is { } user && !users.Contains(user))
                {
                    users.Add(user);
                }
            }
        }

        return new MessageMentions(users, roles, hasEveryone && IsAllowed(allowed, "everyone", null));
    }

    private static bool IsAllowed(JsonElement? allowed, string kind, ulong? id)
    {
        if (allowed is not { } rules)
            return true;
        if (rules.Items("parse"u8).Any(item => item.ValueKind == JsonValueKind.String && item.GetString() == kind))
            return true;
        if (id is null)
            return false;
        var listed = kind == "roles" ? rules.Items("roles"u8) : rules.Items("users"u8);
        return listed.Any(item => item.AsId() == id);
    }

    [GeneratedRegex("<@(?<kind>[!&]?)(?<id>[0-9]{1,20})>", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
