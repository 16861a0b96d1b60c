using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>Creates the requests of the client, without their bodies.</summary>
public static class Routes
{
    /// <summary>Gets the gateway's address and the limits for starting sessions.</summary>
    public static DiscordRequest GatewayBot { get; } = new(HttpMethod.Get, "/gateway/bot", "gateway/bot");

    /// <summary>Opens a direct message channel. Discord returns the existing one if there is one.</summary>
    public static DiscordRequest CreateDirectMessageChannel { get; } =
        new(HttpMethod.Post, "/users/@me/channels", "users/@me/channels") { IsIdempotent = true };

    /// <summary>Gets the registered commands: those of a guild, or if that is null the global ones.</summary>
    public static DiscordRequest GetCommands(ulong application, ulong? guild) =>
        CreateCommandsRequest(HttpMethod.Get, application, guild);

    /// <summary>Replaces the registered commands: those of a guild, or if that is null the global ones.</summary>
    public static DiscordRequest OverwriteCommands(ulong application, ulong? guild) =>
        CreateCommandsRequest(HttpMethod.Put, application, guild);

    /// <summary>Gets the overwrites of all commands in a guild.</summary>
    public static DiscordRequest GetCommandPermissions(ulong application, ulong guild) => new(
        HttpMethod.Get,
        "/applications/{application_id}/guilds/{guild_id}/commands/permissions",
        $"applications/{application}/guilds/{guild}/commands/permissions",
        Snowflake.Format(guild));

    /// <summary>Sends a message.</summary>
    public static DiscordRequest CreateMessage(ulong channel) => new(
        HttpMethod.Post,
        "/channels/{channel_id}/messages",
        $"channels/{channel}/messages",
        Snowflake.Format(channel));

    /// <summary>Gets messages of a channel that follow an id.</summary>
    public static DiscordRequest GetMessages(ulong channel, ulong after, int limit) => new(
        HttpMethod.Get,
        "/channels/{channel_id}/messages",
        $"channels/{channel}/messages?after={after}&limit={limit}",
        Snowflake.Format(channel));

    /// <summary>Gets a channel.</summary>
    public static DiscordRequest GetChannel(ulong channel) =>
        new(HttpMethod.Get, "/channels/{channel_id}", $"channels/{channel}", Snowflake.Format(channel));

    /// <summary>Gets a guild.</summary>
    public static DiscordRequest GetGuild(ulong guild) =>
        new(HttpMethod.Get, "/guilds/{guild_id}", $"guilds/{guild}", Snowflake.Format(guild));

    /// <summary>Gets a member of a guild.</summary>
    public static DiscordRequest GetMember(ulong guild, ulong user) => new(
        HttpMethod.Get,
        "/guilds/{guild_id}/members/{user_id}",
        $"guilds/{guild}/members/{user}",
        Snowflake.Format(guild));

    /// <summary>Gets guilds that the bot is in and that follow an id.</summary>
    public static DiscordRequest GetGuilds(ulong after, int limit) =>
        new(HttpMethod.Get, "/users/@me/guilds", $"users/@me/guilds?after={after}&limit={limit}");

    /// <summary>
    /// Sends the first response to an interaction. It has no rate limit, as each interaction takes only one. Discord
    /// refuses a second one, so it can be retried.
    /// </summary>
    public static DiscordRequest CreateResponse(ulong interaction, string token) => new(
        HttpMethod.Post,
        "/interactions/{interaction_id}/{interaction_token}/callback",
        $"interactions/{interaction}/{token}/callback")
    {
        CountsTowardsGlobalLimit = false,
        HasBucket = false,
        IsIdempotent = true,
    };

    /// <summary>Edits the first response to an interaction.</summary>
    public static DiscordRequest EditResponse(ulong application, string token) =>
        CreateResponseRequest(HttpMethod.Patch, application, token);

    /// <summary>Deletes the first response to an interaction.</summary>
    public static DiscordRequest DeleteResponse(ulong application, string token) =>
        CreateResponseRequest(HttpMethod.Delete, application, token);

    /// <summary>Sends another message in response to an interaction.</summary>
    public static DiscordRequest CreateFollowUp(ulong application, string token) => new(
        HttpMethod.Post,
        "/webhooks/{application_id}/{interaction_token}",
        $"webhooks/{application}/{token}",
        token)
    {
        CountsTowardsGlobalLimit = false,
    };

    private static DiscordRequest CreateResponseRequest(HttpMethod method, ulong application, string token) => new(
        method,
        "/webhooks/{application_id}/{interaction_token}/messages/@original",
        $"webhooks/{application}/{token}/messages/@original",
        token)
    {
        CountsTowardsGlobalLimit = false,
    };

    private static DiscordRequest CreateCommandsRequest(HttpMethod method, ulong application, ulong? guild) =>
        guild is { } id
            ? new(
                method,
                "/applications/{application_id}/guilds/{guild_id}/commands",
                $"applications/{application}/guilds/{id}/commands",
                Snowflake.Format(id))
            : new(method, "/applications/{application_id}/commands", $"applications/{application}/commands");
}
