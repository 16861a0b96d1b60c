using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>Corrects Discord.Net's JSON of commands.</summary>
internal static class CommandJsonFix
{
    private const string Permissions = "default_member_permissions";

    /// <summary>
    /// Changes permission bits to strings, as Discord's documentation requires it: a number can't hold them all.
    /// </summary>
    /// <param name="commands">The commands to register, JSON.</param>
    public static string Apply(string commands)
    {
        var list = JsonNode.Parse(commands)!.AsArray();
        foreach (var command in list.OfType<JsonObject>())
        {
            if (command[Permissions] is JsonValue bits && bits.GetValueKind() == JsonValueKind.Number)
                command[Permissions] = bits.ToJsonString();
        }

        return list.ToJsonString();
    }
}
