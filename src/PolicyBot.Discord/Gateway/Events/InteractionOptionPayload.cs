using System.Text.Json;

namespace PolicyBot.Discord.Gateway.Events;

internal sealed record InteractionOptionPayload(string Name, JsonElement Value);
