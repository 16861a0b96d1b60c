using System.Globalization;
using PolicyBot.Discord.Http;

namespace PolicyBot.DiscordNet.Http;

/// <summary>Knows again what the library asks for.</summary>
internal static class LibraryRequests
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
            ("POST", ["interactions", var interaction, var token, "callback"]) => Routes.Respond(Id(interaction), token),
            ("PATCH", ["webhooks", var application, var token, "messages", "@original"]) => Routes.EditResponse(Id(application), token),
            ("DELETE", ["webhooks", var application, var token, "messages", "@original"]) => Routes.DeleteResponse(Id(application), token),
            ("POST", ["webhooks", var application, var token]) => Routes.FollowUp(Id(application), token),
            ("GET", ["applications", var application, "commands"]) => Routes.GetCommands(Id(application), null),
            ("GET", ["applications", var application, "guilds", var guild, "commands"]) => Routes.GetCommands(Id(application), Id(guild)),
            ("PUT", ["applications", var application, "commands"]) => Routes.OverwriteCommands(Id(application), null),
            ("PUT", ["applications", var application, "guilds", var guild, "commands"]) => Routes.OverwriteCommands(Id(application), Id(guild)),
            _ => new DiscordRequest(HttpMethod.Parse(method), Route(parts), endpoint, parts is ["channels" or "guilds", var major, ..] ? major : ""),
        };
        return known with { Path = endpoint };
    }

    private static ulong Id(string part) => ulong.Parse(part, CultureInfo.InvariantCulture);

    // Logs name it, so no token may stand in it.
    private static string Route(string[] parts) => "/" + string.Join('/', parts.Select(p => IsName(p) ? p : "{id}"));

    private static bool IsName(string part) => part is "oauth2" or "@me" || part.All(char.IsAsciiLetterLower);
}
