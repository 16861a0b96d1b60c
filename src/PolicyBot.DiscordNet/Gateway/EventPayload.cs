using System.Globalization;
using System.Text.Json.Nodes;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>Reads the gateway's payloads that Discord.Net doesn't read completely.</summary>
internal static class EventPayload
{
    /// <summary>Parses a payload. Returns null if it isn't the event with this name.</summary>
    /// <param name="payload">The payload, JSON.</param>
    /// <param name="name">The event's name, as in INTERACTION_CREATE.</param>
    public static JsonObject? Parse(string payload, string name)
    {
        // Within a text, the quotation marks would be escaped.
        if (!payload.Contains($"\"{name}\"", StringComparison.Ordinal)) return null;
        return JsonNode.Parse(payload) is JsonObject root && GetText(root["t"]) == name ? root : null;
    }

    /// <summary>Reads an id; null if it isn't one.</summary>
    public static ulong? ReadId(JsonNode? node) =>
        ulong.TryParse(GetText(node), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Reads a text; null if it isn't one.</summary>
    public static string? GetText(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
