using System.Globalization;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>The requests that the bot makes.</summary>
public static class Routes
{
    public static DiscordRequest GatewayBot { get; } = new(HttpMethod.Get, "/gateway/bot", "gateway/bot");

    public static DiscordRequest GetCommands(ulong application, ulong? guild) => Commands(HttpMethod.Get, application, guild);

    public static DiscordRequest OverwriteCommands(ulong application, ulong? guild) => Commands(HttpMethod.Put, application, guild);

    public static DiscordRequest CreateMessage(ulong channel) =>
        new(HttpMethod.Post, "/channels/{channel_id}/messages", $"channels/{channel}/messages", Text(channel));

    public static DiscordRequest GetMessages(ulong channel, ulong after, int limit) =>
        new(HttpMethod.Get, "/channels/{channel_id}/messages", $"channels/{channel}/messages?after={after}&limit={limit}", Text(channel));

    public static DiscordRequest GetChannel(ulong channel) => new(HttpMethod.Get, "/channels/{channel_id}", $"channels/{channel}", Text(channel));

    public static DiscordRequest GetGuild(ulong guild) => new(HttpMethod.Get, "/guilds/{guild_id}", $"guilds/{guild}", Text(guild));

    public static DiscordRequest GetMember(ulong guild, ulong user) =>
        new(HttpMethod.Get, "/guilds/{guild_id}/members/{user_id}", $"guilds/{guild}/members/{user}", Text(guild));

    public static DiscordRequest GetGuilds(ulong after, int limit) => new(HttpMethod.Get, "/users/@me/guilds", $"users/@me/guilds?after={after}&limit={limit}");

    // Where there is a channel already, Discord gives that one.
    public static DiscordRequest CreateDirectMessageChannel { get; } = new(HttpMethod.Post, "/users/@me/channels", "users/@me/channels") { IsIdempotent = true };

    // Each interaction has a bucket to itself and takes one response, so there is nothing to limit. A second one is refused by Discord, which makes
    // a repeat harmless.
    public static DiscordRequest CreateResponse(ulong interaction, string token) =>
        new(HttpMethod.Post, "/interactions/{interaction_id}/{interaction_token}/callback", $"interactions/{interaction}/{token}/callback")
        {
            CountsTowardsGlobalLimit = false,
            HasBucket = false,
            IsIdempotent = true,
        };

    public static DiscordRequest EditResponse(ulong application, string token) => Response(HttpMethod.Patch, application, token);

    public static DiscordRequest DeleteResponse(ulong application, string token) => Response(HttpMethod.Delete, application, token);

    public static DiscordRequest CreateFollowUp(ulong application, string token) =>
        new(HttpMethod.Post, "/webhooks/{application_id}/{interaction_token}", $"webhooks/{application}/{token}", token) { CountsTowardsGlobalLimit = false };

    private static DiscordRequest Response(HttpMethod method, ulong application, string token) =>
        new(method, "/webhooks/{application_id}/{interaction_token}/messages/@original", $"webhooks/{application}/{token}/messages/@original", token)
        {
            CountsTowardsGlobalLimit = false,
        };

    private static DiscordRequest Commands(HttpMethod method, ulong application, ulong? guild) => guild is { } id
        ? new(method, "/applications/{application_id}/guilds/{guild_id}/commands", $"applications/{application}/guilds/{id}/commands", Text(id))
        : new(method, "/applications/{application_id}/commands", $"applications/{application}/commands");

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
