using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>The event that tells that administrators changed who may use commands.</summary>
internal static class PermissionsUpdate
{
    private const string Name = "APPLICATION_COMMAND_PERMISSIONS_UPDATE";

    /// <summary>Finds the guild in a payload of the gateway. Returns null if it is another event.</summary>
    public static ulong? FindGuild(string payload)
    {
        // Within a text, the quotation marks would be escaped.
        if (!payload.Contains($"\"{Name}\"", StringComparison.Ordinal)) return null;
        return JsonNode.Parse(payload) is JsonObject root
            && GetText(root["t"]) == Name
            && ulong.TryParse(
                GetText((root["d"] as JsonObject)?["guild_id"]),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var guild)
            ? guild
            : null;
    }

    private static string? GetText(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
