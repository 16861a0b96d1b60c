using System.Text.RegularExpressions;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>The routes of the API. A literal path takes precedence over a template.</summary>
internal static partial class RouteTable
{
    private const string Commands = "/applications/{application_id}/commands";
    private const string GuildCommands = "/applications/{application_id}/guilds/{guild_id}/commands";
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";
    private const string Messages = "/channels/{channel_id}/messages";

    public static readonly IReadOnlyList<ApiRoute> All =
    [
        new("GET", "/gateway", GatewayRoutes.Get, RouteLimit.Open),
        new("GET", "/gateway/bot", GatewayRoutes.GetBot),
        new("GET", "/users/@me", AccountRoutes.GetUser),
        new("GET", "/users/@me/guilds", AccountRoutes.GetGuilds),
        new("POST", "/users/@me/channels", AccountRoutes.OpenDirectMessages),
        new("GET", "/users/{user_id}", AccountRoutes.GetOtherUser),
        new("GET", "/applications/@me", AccountRoutes.GetApplication),
        new("GET", "/oauth2/applications/@me", AccountRoutes.GetApplication),
        new("GET", "/guilds/{guild_id}", GuildRoutes.Get),
        new("GET", "/guilds/{guild_id}/roles", GuildRoutes.GetRoles),
        new("GET", "/guilds/{guild_id}/members/{user_id}", GuildRoutes.GetMember),
        .. CommandsAt(Commands),
        new("GET", GuildCommands + "/permissions", CommandRoutes.ListPermissions),
        .. CommandsAt(GuildCommands),
        new(
            "POST", "/interactions/{interaction_id}/{interaction_token}/callback", CallbackRoutes.Post,
            RouteLimit.None),
        new("POST", Webhook, FollowUpRoutes.Post, RouteLimit.Open),
        new("GET", Webhook + "/messages/@original", FollowUpRoutes.GetOriginal, RouteLimit.Open),
        new("PATCH", Webhook + "/messages/@original", FollowUpRoutes.EditOriginal, RouteLimit.Open),
        new("DELETE", Webhook + "/messages/@original", FollowUpRoutes.DeleteOriginal, RouteLimit.Open),
        new("GET", Webhook + "/messages/{message_id}", FollowUpRoutes.Get, RouteLimit.Open),
        new("PATCH", Webhook + "/messages/{message_id}", FollowUpRoutes.Edit, RouteLimit.Open),
        new("DELETE", Webhook + "/messages/{message_id}", FollowUpRoutes.Delete, RouteLimit.Open),
        new("GET", "/channels/{channel_id}", ChannelRoutes.Get),
        new("POST", "/channels/{channel_id}/typing", ChannelRoutes.Type),
        new("GET", Messages, ChannelRoutes.GetMessages),
        new("POST", Messages, ChannelRoutes.Post, RouteLimit.Posting),
        new("GET", Messages + "/{message_id}", ChannelRoutes.GetMessage),
        new("PATCH", Messages + "/{message_id}", ChannelRoutes.Edit),
        new("DELETE", Messages + "/{message_id}", ChannelRoutes.Delete),
    ];

    /// <summary>All routes, one per line.</summary>
    public static string Listing => string.Join('\n', All.Select(route => $"  {route.Method} {route.Template}"));

    /// <summary>
    /// Finds the route of a path and the values in it; none if the path is unknown or has no such method.
    /// </summary>
    public static RouteMatch Match(string method, string path)
    {
        var parts = path.Split('/');
        var isPathKnown = false;
        foreach (var route in All)
        {
            if (route.Match(parts) is not { } values)
                continue;
            if (route.Method == method)
                return new RouteMatch(route, values, true);
            isPathKnown = true;
        }

        return new RouteMatch(null, [], isPathKnown);
    }

    public static bool Knows(string? method, string template)
    {
        var nameless = Nameless(template);
        return All.Any(route => Nameless(route.Template) == nameless
            && (method is null || route.Method.Equals(method, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A template without the names in braces.</summary>
    public static string Nameless(string template) => Braces().Replace(template, "{}");

    private static ApiRoute[] CommandsAt(string template) =>
    [
        new("GET", template, CommandRoutes.List),
        new("PUT", template, CommandRoutes.Replace),
        new("POST", template, CommandRoutes.Add),
        new("GET", template + "/{command_id}", CommandRoutes.Get),
        new("PATCH", template + "/{command_id}", CommandRoutes.Change),
        new("DELETE", template + "/{command_id}", CommandRoutes.Remove),
    ];

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
