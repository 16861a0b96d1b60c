using System.Text;
using System.Text.Json.Nodes;
using Discord;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>
/// Leaves of a list of messages what is read of them. The library cannot read every message that other bots have posted: it knows some components
/// alone, and one that it does not know would keep it from reading the whole list.
/// </summary>
internal static class MessageJsonFilter
{
    private static readonly string[] Kept = ["id", "channel_id", "type", "author"];

    private static readonly ComponentType[] Pressed =
    [
        ComponentType.Button, ComponentType.SelectMenu, ComponentType.UserSelect, ComponentType.RoleSelect, ComponentType.MentionableSelect, ComponentType.ChannelSelect,
    ];

    /// <summary>The list, in JSON; as it is where it is none.</summary>
    public static byte[] Of(byte[] messages)
    {
        if (JsonNode.Parse(messages) is not JsonArray list) return messages;
        return Encoding.UTF8.GetBytes(new JsonArray([.. list.OfType<JsonObject>().Select(Of)]).ToJsonString());
    }

    private static JsonObject Of(JsonObject message)
    {
        var kept = new JsonObject();
        foreach (var name in Kept) kept[name] = message[name]?.DeepClone();
        kept["components"] = Among(message["components"], [ComponentType.ActionRow], Row);
        return kept;
    }

    private static JsonNode Row(JsonNode row)
    {
        row["components"] = Among(row["components"], Pressed, c => c);
        return row;
    }

    private static JsonArray Among(JsonNode? components, ComponentType[] types, Func<JsonNode, JsonNode> of) =>
        new([.. (components as JsonArray ?? []).OfType<JsonObject>().Where(c => types.Contains((ComponentType)(c["type"]?.GetValue<int>() ?? 0))).Select(c => of(c.DeepClone()))]);
}
