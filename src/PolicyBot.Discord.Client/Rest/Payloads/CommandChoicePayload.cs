using System.Text.Json;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <param name="Name">What is shown.</param>
/// <param name="Value">Text; a number where another program has registered it.</param>
public sealed record CommandChoicePayload(string Name, JsonElement Value)
{
    public static CommandChoicePayload From(string label, string value) => new(label, JsonSerializer.SerializeToElement(value, DiscordJson.Default.String));
}
