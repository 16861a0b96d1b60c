using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Looking at what there is.</summary>
internal sealed class ViewControl(DiscordServer server)
{
    private readonly Places _places = new(server);

    public IReadOnlyList<ControlRoute> Routes =>
    [
        new("GET", "/channel", "the default channel as a person sees it; ?json for the payloads", null, Channel),
        new("GET", "/channel/", "a channel by name or id, or dm", null, Channel),
        new("GET", "/state", "people, channels, commands, violations", null, State),
        new("GET", "/log", "all that happened, a line each", null, Log),
        new("GET", "/requests", "the requests to the HTTP API", null, Requests),
    ];

    private Task<ControlReply> Channel(ControlCall call)
    {
        var name = call.Rest.Length == 0 ? null : Uri.UnescapeDataString(call.Rest);
        var channel = _places.Channel(name, server.User);
        var messages = server.Messages(channel);
        if (call.Query.ContainsKey("json"))
            return Task.FromResult(ControlReply.Json(new JsonArray([.. messages.Select(message => (JsonNode)message.Json)])));
        var text = new StringBuilder($"# {_places.Describe(channel)}\n");
        foreach (var message in messages)
        {
            var stored = message.Stored;
            text.Append(CultureInfo.InvariantCulture, $"\n[{stored.Timestamp:HH:mm:ss}] {stored.Author.Name} ({message.Id})");
            if (stored.Reply is { } reply)
                text.Append(CultureInfo.InvariantCulture, $" in reply to {reply.MessageId}");
            text.Append(stored.EditedAt is null ? "\n" : " edited\n");
            foreach (var line in ReadableMessage.TextOf(stored).Split('\n'))
                text.Append(CultureInfo.InvariantCulture, $"  {line}\n");
        }

        return Task.FromResult(ControlReply.Text(text.ToString()));
    }

    private Task<ControlReply> State(ControlCall call) => Task.FromResult(ControlReply.Json(new JsonObject
    {
        ["users"] = Names(server.Users.Select(user => $"{user.Name} ({user.Id})")),
        ["channels"] = Names(server.Channels.Select(_places.Describe)),
        ["guilds"] = Names(server.Guilds.Take(20).Select(guild => $"{guild.Name} ({guild.Id})")),
        ["commands"] = Names(server.Commands().Concat(server.Commands(server.Guild.Id)).Select(command => $"{command["name"]}")),
        ["violations"] = Names(server.Violations.Select(violation => $"{violation.Method} {violation.Path}: {violation.Problem}")),
        ["contract"] = server.ContractSkipped ?? "checked",
    }));

    private Task<ControlReply> Log(ControlCall call) =>
        Task.FromResult(ControlReply.Text(string.Concat(server.Log.Records.Select(record => $"{record}\n"))));

    private Task<ControlReply> Requests(ControlCall call) => Task.FromResult(ControlReply.Json(new JsonArray(
        [.. server.Log.Records.OfType<RequestRecord>().Select(request => (JsonNode)new JsonObject
        {
            ["at"] = request.At.ToString("O", CultureInfo.InvariantCulture),
            ["method"] = request.Method,
            ["route"] = request.Route,
            ["path"] = request.Path + request.Query,
            ["body"] = request.Body?.DeepClone(),
            ["status"] = request.Status,
            ["error"] = request.ErrorCode,
        })])));

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);
}
