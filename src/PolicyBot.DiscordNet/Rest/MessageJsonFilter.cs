using System.Text;
using System.Text.Json.Nodes;
using Discord;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>
/// Reduces a list of messages to the used properties. Discord.Net can't read the components of some messages, and a
/// single one would make it fail to read the whole list.
/// </summary>
internal static class MessageJsonFilter
{
    private static readonly string[] KeptProperties = ["id", "channel_id", "type", "author"];

    private static readonly ComponentType[] KeptComponents =
    [
        ComponentType.Button,
        ComponentType.SelectMenu,
        ComponentType.UserSelect,
        ComponentType.RoleSelect,
        ComponentType.MentionableSelect,
        ComponentType.ChannelSelect,
    ];

    /// <summary>Filters a list of messages, JSON. Returns anything else as it is.</summary>
    public static byte[] Apply(byte[] messages)
    {
        if (JsonNode.Parse(messages) is not JsonArray list) return messages;
        var filtered = new JsonArray([.. list.OfType<JsonObject>().Select(FilterMessage)]);
        return Encoding.UTF8.GetBytes(filtered.ToJsonString());
    }

    private static JsonObject FilterMessage(JsonObject message)
    {
        var filtered = new JsonObject();
        foreach (var name in KeptProperties) filtered[name] = message[name]?.DeepClone();
        filtered["components"] = FilterComponents(message["components"], [ComponentType.ActionRow], FilterRow);
        return filtered;
    }

    private static JsonNode FilterRow(JsonNode row)
    {
        row["components"] = FilterComponents(row["components"], KeptComponents, c => c);
        return row;
    }

    private static JsonArray FilterComponents(
        JsonNode? components, ComponentType[] types, Func<JsonNode, JsonNode> filter)
    {
        var kept = (components as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(c => types.Contains((ComponentType)(c["type"]?.GetValue<int>() ?? 0)));
        return new JsonArray([.. kept.Select(c => filter(c.DeepClone()))]);
    }
}
