using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Rest;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>Recognizes Discord.Net's requests, so that rate limits, retries and logs are the client's.</summary>
internal static class DiscordNetRequests
{
    /// <summary>Creates the request for a method and path, without its body.</summary>
    /// <param name="method">The method.</param>
    /// <param name="endpoint">The path, relative to the API's address.</param>
    public static DiscordRequest Create(string method, string endpoint)
    {
        var parts = endpoint.Split('?')[0].Split('/');
        var request = (method, parts) switch
        {
            ("GET", ["gateway", "bot"]) => Routes.GatewayBot,
            ("POST", ["channels", var channel, "messages"]) => Routes.CreateMessage(Snowflake.Parse(channel)),
            ("GET", ["channels", var channel, "messages"]) => Routes.GetMessages(Snowflake.Parse(channel), 0, 0),
            ("GET", ["channels", var channel]) => Routes.GetChannel(Snowflake.Parse(channel)),
            ("GET", ["guilds", var guild]) => Routes.GetGuild(Snowflake.Parse(guild)),
            ("GET", ["guilds", var guild, "members", var user]) =>
                Routes.GetMember(Snowflake.Parse(guild), Snowflake.Parse(user)),
            ("GET", ["users", "@me", "guilds"]) => Routes.GetGuilds(0, 0),
            ("POST", ["users", "@me", "channels"]) => Routes.CreateDirectMessageChannel,
            ("POST", ["interactions", var interaction, var token, "callback"]) =>
                Routes.CreateResponse(Snowflake.Parse(interaction), token),
            ("PATCH", ["webhooks", var application, var token, "messages", "@original"]) =>
                Routes.EditResponse(Snowflake.Parse(application), token),
            ("DELETE", ["webhooks", var application, var token, "messages", "@original"]) =>
                Routes.DeleteResponse(Snowflake.Parse(application), token),
            ("POST", ["webhooks", var application, var token]) =>
                Routes.CreateFollowUp(Snowflake.Parse(application), token),
            ("GET", ["applications", var application, "commands"]) =>
                Routes.GetCommands(Snowflake.Parse(application), null),
            ("GET", ["applications", var application, "guilds", var guild, "commands"]) =>
                Routes.GetCommands(Snowflake.Parse(application), Snowflake.Parse(guild)),
            ("PUT", ["applications", var application, "commands"]) =>
                Routes.OverwriteCommands(Snowflake.Parse(application), null),
            ("PUT", ["applications", var application, "guilds", var guild, "commands"]) =>
                Routes.OverwriteCommands(Snowflake.Parse(application), Snowflake.Parse(guild)),
            _ => CreateOther(method, endpoint, parts),
        };
        return request with { Path = endpoint };
    }

    /// <summary>Whether a request gets the messages of a channel.</summary>
    public static bool IsGetMessages(DiscordRequest request) =>
        request.Method == HttpMethod.Get && request.Route == Routes.GetMessages(0, 0, 0).Route;

    /// <summary>Whether a request registers commands.</summary>
    public static bool IsOverwriteCommands(DiscordRequest request) =>
        request.Method == HttpMethod.Put
        && (request.Route == Routes.OverwriteCommands(0, null).Route
            || request.Route == Routes.OverwriteCommands(0, 0).Route);

    private static DiscordRequest CreateOther(string method, string endpoint, string[] parts)
    {
        var majorParameter = parts is ["channels" or "guilds", var id, ..] ? id : "";
        return new DiscordRequest(HttpMethod.Parse(method), CreateRoute(parts), endpoint, majorParameter);
    }

    // The route is logged, so it may not contain a token.
    private static string CreateRoute(string[] parts) =>
        "/" + string.Join('/', parts.Select(p => IsName(p) ? p : "{id}"));

    private static bool IsName(string part) => part is "oauth2" or "@me" || part.All(char.IsAsciiLetterLower);
}
