using System.Text.Json;

namespace PolicyBot.Discord.Http.Payloads;

/// <param name="Name">What is shown.</param>
/// <param name="Value">Text; a number where another program has registered it.</param>
internal sealed record CommandChoicePayload(string Name, JsonElement Value);
