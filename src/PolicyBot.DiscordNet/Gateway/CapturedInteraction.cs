using System.Text.Json.Nodes;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>An interaction as the gateway sent it.</summary>
/// <param name="Payload">The payload for Discord.Net.</param>
internal sealed record CapturedInteraction(string Payload)
{
    private const int ModalSubmit = 5;
    private const int StringOption = 3;
    private const int ChannelOption = 7;

    private static readonly AsyncLocal<CapturedInteraction?> CurrentLocal = new();

    /// <summary>
    /// The interaction that is being handled, or null. Discord.Net raises its events in the asynchronous flow in which
    /// it received the payload.
    /// </summary>
    public static CapturedInteraction? Current
    {
        get => CurrentLocal.Value;
        set => CurrentLocal.Value = value;
    }

    /// <summary>The user's permission bits in the channel; 0 outside of guilds.</summary>
    public ulong Permissions { get; private init; }

    /// <summary>The ids of the user's roles, without that of everyone; none outside of guilds.</summary>
    public IReadOnlyList<ulong> Roles { get; private init; } = [];

    /// <summary>The id of the channel that it is a thread of; null if it isn't a thread.</summary>
    public ulong? ThreadParentId { get; private init; }

    /// <summary>The values of a modal's fields by custom id; none for other interactions.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; private init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Reads a payload. Returns null if it isn't an interaction.</summary>
    public static CapturedInteraction? Read(string payload)
    {
        if (EventPayload.Parse(payload, "INTERACTION_CREATE") is not { } root) return null;
        if (root["d"] is not JsonObject interaction) return null;
        var member = interaction["member"] as JsonObject;
        var data = interaction["data"] as JsonObject ?? new JsonObject();
        var fields = GetNumber(interaction["type"]) == ModalSubmit ? TakeFields(data) : null;
        var isChanged = KeepChannelIds(data) || fields is not null;
        return new CapturedInteraction(isChanged ? root.ToJsonString() : payload)
        {
            Permissions = EventPayload.ReadId(member?["permissions"]) ?? 0,
            Roles = [.. (member?["roles"] as JsonArray ?? []).Select(EventPayload.ReadId).OfType<ulong>()],
            ThreadParentId = ReadThreadParent(interaction["channel"] as JsonObject),
            Fields = fields ?? new Dictionary<string, IReadOnlyList<string>>(),
        };
    }

    private static ulong? ReadThreadParent(JsonObject? channel) =>
        ThreadTypes.GetThreadParent(GetNumber(channel?["type"]), EventPayload.ReadId(channel?["parent_id"]));

    // Discord.Net can't read labels, and would drop the interaction.
    private static Dictionary<string, IReadOnlyList<string>> TakeFields(JsonObject data)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var component in (data["components"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var field = component["component"] as JsonObject ?? component;
            if (EventPayload.GetText(field["custom_id"]) is not { } id) continue;
            fields[id] = field["values"] is JsonArray values
                ? [.. values.Select(EventPayload.GetText).OfType<string>()]
                : [EventPayload.GetText(field["value"]) ?? ""];
        }

        data["components"] = new JsonArray();
        return fields;
    }

    // For an option that is a channel, Discord.Net would request the channel if it doesn't know it, while all other
    // events wait, and drop the interaction if the bot can't see it. As text, the option is the channel's id.
    private static bool KeepChannelIds(JsonObject data)
    {
        if (data["resolved"] is not JsonObject resolved || !resolved.Remove("channels")) return false;
        ChangeChannelsToStrings(data["options"] as JsonArray);
        return true;
    }

    private static void ChangeChannelsToStrings(JsonArray? options)
    {
        foreach (var option in (options ?? []).OfType<JsonObject>())
        {
            if (GetNumber(option["type"]) == ChannelOption) option["type"] = StringOption;
            ChangeChannelsToStrings(option["options"] as JsonArray);
        }
    }

    private static int? GetNumber(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out int number) ? number : null;
}
