using System.Globalization;
using System.Text.Json.Nodes;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>An interaction as the gateway sent it.</summary>
/// <param name="Payload">The payload for Discord.Net.</param>
/// <param name="Permissions">The user's permission bits in the channel; 0 outside of guilds.</param>
internal sealed record CapturedInteraction(string Payload, ulong Permissions)
{
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

    /// <summary>Reads a payload. Returns null if it isn't an interaction.</summary>
    public static CapturedInteraction? Read(string payload)
    {
        // Within a text, the quotation marks would be escaped.
        if (!payload.Contains("\"INTERACTION_CREATE\"", StringComparison.Ordinal)) return null;
        if (JsonNode.Parse(payload) is not JsonObject root || GetText(root["t"]) != "INTERACTION_CREATE") return null;
        if (root["d"] is not JsonObject interaction) return null;
        var isChanged = interaction["data"] is JsonObject data && KeepChannelIds(data);
        return new CapturedInteraction(isChanged ? root.ToJsonString() : payload, ReadPermissions(interaction));
    }

    private static ulong ReadPermissions(JsonObject interaction)
    {
        var text = GetText((interaction["member"] as JsonObject)?["permissions"]);
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : 0;
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
            if (option["type"] is JsonValue value && value.TryGetValue(out int type) && type == ChannelOption)
                option["type"] = StringOption;
            ChangeChannelsToStrings(option["options"] as JsonArray);
        }
    }

    private static string? GetText(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
