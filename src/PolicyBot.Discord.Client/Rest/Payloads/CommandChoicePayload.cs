using System.Text.Json;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>A choice of a command's option.</summary>
/// <param name="Name">The text that is shown.</param>
/// <param name="Value">A string. Commands that other programs registered may have numbers.</param>
public sealed record CommandChoicePayload(string Name, JsonElement Value)
{
    internal static CommandChoicePayload From(string name, string value) =>
        new(name, JsonSerializer.SerializeToElement(value, DiscordJson.Default.String));
}
