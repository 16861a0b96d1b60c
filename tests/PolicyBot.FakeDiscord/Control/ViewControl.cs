using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Shows what a channel looks like to its members.</summary>
internal sealed class ViewControl(FakeDiscordServer server)
{
    private readonly EntityFinder _finder = new(server);

    public IReadOnlyList<ControlRoute> Routes =>
    [
        new("GET", "/channel", "the default channel as a person sees it; ?json for the payloads", null, Channel),
        new("GET", "/channel/", "a channel by name or id, or dm", null, Channel),
        new("GET", "/modal", "the modal that a user has open; ?user=NAME for another user", null, Modal),
    ];

    private Task<ControlResponse> Modal(ControlRequest call)
    {
        string? name = call.Query["user"];
        var opener = _finder.FindOpenModal(_finder.FindUser(name));
        return Task.FromResult(ControlResponse.Text(ModalFormatter.Format(opener.FindModal()!.Value)));
    }

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
}
