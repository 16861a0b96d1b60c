using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Looking at what there is.</summary>
internal sealed class ViewControl(FakeDiscordServer server)
{
    private readonly EntityFinder _finder = new(server);

    public IReadOnlyList<ControlRoute> Routes =>
    [
        new("GET", "/channel", "the default channel as a person sees it; ?json for the payloads", null, Channel),
        new("GET", "/channel/", "a channel by name or id, or dm", null, Channel),
        new("GET", "/state", "people, channels, commands, violations", null, State),
        new("GET", "/log", "all that happened, a line each", null, Log),
        new("GET", "/requests", "the requests to the HTTP API", null, Requests),
    ];

    private Task<ControlResponse> Channel(ControlRequest call)
    {
        var name = call.Rest.Length == 0 ? null : Uri.UnescapeDataString(call.Rest);
        var channel = _finder.FindChannel(name, server.User);
        var messages = server.GetMessages(channel);
        if (call.Query.ContainsKey("json"))
            return Task.FromResult(
                ControlResponse.Json(new JsonArray([.. messages.Select(message => (JsonNode)message.Json)])));
        var text = new StringBuilder($"# {_finder.Describe(channel)}\n");
        foreach (var message in messages)
        {
            var stored = message.Stored;
            text.Append(
                CultureInfo.InvariantCulture, $"\n[{stored.Timestamp:HH:mm:ss}] {stored.Author.Name} ({message.Id})");
            if (stored.Reply is { } reply)
                text.Append(CultureInfo.InvariantCulture, $" in reply to {reply.MessageId}");
            text.Append(stored.EditedAt is null ? "\n" : " edited\n");
            foreach (var line in MessageFormatter.Format(stored).Split('\n'))
                text.Append(CultureInfo.InvariantCulture, $"  {line}\n");
        }

        return Task.FromResult(ControlResponse.Text(text.ToString()));
    }

    private Task<ControlResponse> State(ControlRequest call) => Task.FromResult(ControlResponse.Json(new JsonObject
    {
        ["users"] = Names(server.Users.Select(user => $"{user.Name} ({user.Id})")),
        ["channels"] = Names(server.Channels.Select(_finder.Describe)),
        ["guilds"] = Names(server.Guilds.Take(20).Select(guild => $"{guild.Name} ({guild.Id})")),
        ["commands"] = Names(
            server.GetCommands().Concat(server.GetCommands(server.Guild.Id)).Select(command => $"{command["name"]}")),
        ["violations"] = Names(
            server.Violations.Select(violation => $"{violation.Method} {violation.Path}: {violation.Problem}")),
        ["contract"] = server.ContractSkipReason ?? "checked",
    }));

    private Task<ControlResponse> Log(ControlRequest call) =>
        Task.FromResult(ControlResponse.Text(string.Concat(server.Log.Records.Select(record => $"{record}\n"))));

    private Task<ControlResponse> Requests(ControlRequest call) => Task.FromResult(ControlResponse.Json(new JsonArray(
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
