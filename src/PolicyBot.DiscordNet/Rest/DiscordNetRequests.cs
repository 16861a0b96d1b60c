using System.Globalization;
using PolicyBot.Discord.Client.Rest;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>Knows again what the library asks for.</summary>
internal static class DiscordNetRequests
{
    /// <summary>The request, without its body.</summary>
    /// <param name="method">The method.</param>
    /// <param name="endpoint">The path, relative to the API's address.</param>
    public static DiscordRequest Of(string method, string endpoint)
    {
        var parts = endpoint.Split('?')[0].Split('/');
        var known = (method, parts) switch
        {
            ("GET", ["gateway", "bot"]) => Routes.GatewayBot,
            ("POST", ["channels", var channel, "messages"]) => Routes.CreateMessage(Id(channel)),
            ("GET", ["channels", var channel, "messages"]) => Routes.GetMessages(Id(channel), 0, 0),
            ("GET", ["channels", var channel]) => Routes.GetChannel(Id(channel)),
            ("GET", ["guilds", var guild]) => Routes.GetGuild(Id(guild)),
            ("GET", ["guilds", var guild, "members", var user]) => Routes.GetMember(Id(guild), Id(user)),
            ("GET", ["users", "@me", "guilds"]) => Routes.GetGuilds(0, 0),
            ("POST", ["users", "@me", "channels"]) => Routes.CreateDirectMessageChannel,
            ("POST", ["interactions", var interaction, var token, "callback"]) => Routes.CreateResponse(Id(interaction), token),
            ("PATCH", ["webhooks", var application, var token, "messages", "@original"]) => Routes.EditResponse(Id(application), token),
            ("DELETE", ["webhooks", var application, var token, "messages", "@original"]) => Routes.DeleteResponse(Id(application), token),
            ("POST", ["webhooks", var application, var token]) => Routes.CreateFollowUp(Id(application), token),
            ("GET", ["applications", var application, "commands"]) => Routes.GetCommands(Id(application), null),
            ("GET", ["applications", var application, "guilds", var guild, "commands"]) => Routes.GetCommands(Id(application), Id(guild)),
            ("PUT", ["applications", var application, "commands"]) => Routes.OverwriteCommands(Id(application), null),
            ("PUT", ["applications", var application, "guilds", var guild, "commands"]) => Routes.OverwriteCommands(Id(application), Id(guild)),
            _ => new DiscordRequest(HttpMethod.Parse(method), Route(parts), endpoint, parts is ["channels" or "guilds", var major, ..] ? major : ""),
        };
        return known with { Path = endpoint };
    }

    /// <summary>Whether messages of a channel are asked for.</summary>
    public static bool IsForMessages(DiscordRequest request) => request.Method == HttpMethod.Get && request.Route == Routes.GetMessages(0, 0, 0).Route;

    /// <summary>Whether commands are put in place.</summary>
    public static bool IsForCommands(DiscordRequest request) =>
        request.Method == HttpMethod.Put && (request.Route == Routes.OverwriteCommands(0, null).Route || request.Route == Routes.OverwriteCommands(0, 0).Route);

    private static ulong Id(string part) => ulong.Parse(part, CultureInfo.InvariantCulture);

    // Logs name it, so no token may stand in it.
    private static string Route(string[] parts) => "/" + string.Join('/', parts.Select(p => IsName(p) ? p : "{id}"));

    private static bool IsName(string part) => part is "oauth2" or "@me" || part.All(char.IsAsciiLetterLower);
}
