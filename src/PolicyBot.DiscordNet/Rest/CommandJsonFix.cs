using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>Writes commands as Discord documents them, where the library does not.</summary>
internal static class CommandJsonFix
{
    private const string Needed = "default_member_permissions";

    /// <summary>The commands, in JSON. Permission bits are text, since a number cannot hold them all.</summary>
    public static string Of(string commands)
    {
        var list = JsonNode.Parse(commands)!.AsArray();
        foreach (var command in list.OfType<JsonObject>())
        {
            if (command[Needed] is JsonValue bits && bits.GetValueKind() == JsonValueKind.Number) command[Needed] = bits.ToJsonString();
        }

        return list.ToJsonString();
    }
}
