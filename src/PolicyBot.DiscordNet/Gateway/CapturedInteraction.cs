using System.Globalization;
using System.Text.Json.Nodes;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>An interaction as the gateway sent it, of which the library does not keep all.</summary>
/// <param name="Payload">The payload for the library.</param>
/// <param name="Permissions">What the member may do in the channel, as Discord's permission bits; 0 outside of guilds.</param>
internal sealed record CapturedInteraction(string Payload, ulong Permissions)
{
    private const int TextOption = 3;
    private const int ChannelOption = 7;

    private static readonly AsyncLocal<CapturedInteraction?> Flowing = new();

    /// <summary>The interaction on whose flow this is, or null: the library hands its events over on the flow that they came on.</summary>
    public static CapturedInteraction? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>Reads a payload; null where it is no interaction.</summary>
    public static CapturedInteraction? Read(string payload)
    {
        // Within a text the quotation marks would be escaped.
        if (!payload.Contains("\"INTERACTION_CREATE\"", StringComparison.Ordinal)) return null;
        if (JsonNode.Parse(payload) is not JsonObject frame || TextOf(frame["t"]) != "INTERACTION_CREATE" || frame["d"] is not JsonObject interaction) return null;
        var forLibrary = interaction["data"] is JsonObject data && KeepChannelIds(data) ? frame.ToJsonString() : payload;
        var isMembers = ulong.TryParse(TextOf((interaction["member"] as JsonObject)?["permissions"]), NumberStyles.None, CultureInfo.InvariantCulture, out var permissions);
        return new CapturedInteraction(forLibrary, isMembers ? permissions : 0);
    }

    // The library would ask for a channel that it does not know while all events wait, and drop the interaction where the bot may not see it. The id is enough.
    private static bool KeepChannelIds(JsonObject data)
    {
        if (data["resolved"] is not JsonObject resolved || !resolved.Remove("channels")) return false;
        MakeTexts(data["options"] as JsonArray);
        return true;
    }

    private static void MakeTexts(JsonArray? options)
    {
        foreach (var option in (options ?? []).OfType<JsonObject>())
        {
            if (option["type"] is JsonValue type && type.TryGetValue(out int kind) && kind == ChannelOption) option["type"] = TextOption;
            MakeTexts(option["options"] as JsonArray);
        }
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
